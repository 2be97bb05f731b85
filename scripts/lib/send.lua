-- wrk: each request sends another citizen's draft, from the lines of the seed (token, draft, form token).
local citizens, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local token, draft, form = line:match("^(%S+) (%S+) (%S+)$")
    citizens[#citizens + 1] = { token, draft, form }
  end
  path = args[2]
end

function request()
  at = at + 1
  if at >= #citizens then wrk.thread:stop() end
  local citizen = citizens[math.min(at, #citizens)]
  return wrk.format("POST", path, {
    ["Cookie"] = "innspill=" .. citizen[1],
    ["Content-Type"] = "application/x-www-form-urlencoded",
  }, "skjemakode=" .. citizen[3] .. "&version=1&draft=" .. citizen[2])
end
