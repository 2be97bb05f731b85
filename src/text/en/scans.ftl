# What the virus scanner says of files.

scan-tag-stopped = Stopped
scan-waiting = The file has not been checked for viruses yet. You need not wait for that.
scan-failed = The file could not be checked for viruses, and the case officers cannot open it until it has been. It may help to attach it in another format, such as PDF, or to make it smaller.
scan-stopped = The virus check found harmful content, and nobody can open the file.

scan-stopped-heading = { $count ->
    [one] A file has been stopped
   *[other] { $count } files have been stopped
}
scan-stopped-what = { $count ->
    [one] Our virus check found harmful content in this file, and nobody can open it. What you have written is kept.
   *[other] Our virus check found harmful content in these files, and nobody can open them. What you have written is kept.
}
scan-stopped-take-away = { $count ->
    [one] Remove the file, and attach a clean copy if you need it.
   *[other] Remove the files, and attach clean copies if you need them.
}
scan-stopped-change = { $count ->
    [one] If you need the file, you can change your input and attach a clean copy.
   *[other] If you need the files, you can change your input and attach clean copies.
}
scan-stopped-contact = { $count ->
    [one] If the file matters to your input, please get in touch with us.
   *[other] If the files matter to your input, please get in touch with us.
}
scan-stopped-machine = We suggest that you check your computer for viruses.

scan-none = Files are not checked for viruses
scan-none-what = This service is set up without a virus check. Open files only on a computer that checks them itself.
scan-staff-clean = Checked for viruses.
scan-staff-waiting = Not checked for viruses yet. The file can be opened when that is done.
scan-staff-failed = The file could not be checked for viruses, so it cannot be opened. Please tell those who run the service.
scan-staff-stopped = The virus check found harmful content, and nobody can open the file. The sender is told.
scan-staff-failures = { $count ->
    [one] One file could not be checked for viruses
   *[other] { $count } files could not be checked for viruses
}
scan-staff-failures-what = Nobody can open { $count ->
    [one] it
   *[other] them
}. Please tell those who run the service.
