// Shows how far an upload has come, and lets it be cancelled. Without script the same form is
// posted as it is; every sentence shown here was written by the server into a data attribute.
"use strict";

(() => {
  const FULL = 100;
  // Seen at every step, spoken at each quarter.
  const SPOKEN_EVERY = 25;

  const startUpload = (form) => {
    const bar = form.querySelector("[data-upload-progress]");
    const label = form.querySelector("[data-upload-label]");
    const progress = form.querySelector("progress");
    const cancel = form.querySelector("[data-upload-cancel]");
    const status = form.querySelector("[data-upload-status]");
    const button = form.querySelector("button[type=submit]");
    const files = form.querySelector("input[type=file]");
    if (!bar || !label || !progress || !cancel || !status || !button || !files) return;
    let running = null;
    let spoken = 0;

    const say = (sentence, state) => {
      status.textContent = sentence;
      status.dataset.state = state;
    };
    const show = (percent) => {
      progress.value = percent;
      label.textContent = form.dataset.progress.replace("{percent}", String(percent));
      if (percent < spoken + SPOKEN_EVERY && percent < FULL) return;
      spoken = percent - (percent % SPOKEN_EVERY);
      say(percent === FULL ? form.dataset.checking : label.textContent, "running");
    };
    const end = (sentence) => {
      running = null;
      bar.hidden = true;
      button.disabled = false;
      say(sentence, "failed");
      button.focus();
    };

    // The same page with what must be put right, as the form alone would have led to.
    const replacePage = (text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      const main = page.querySelector("main");
      if (!main) return end(form.dataset.failed);
      running = null;
      document.title = page.title;
      document.querySelector("main").replaceWith(document.adoptNode(main));
      main.querySelectorAll("form[data-upload]").forEach(startUpload);
      main.querySelector("[data-error-summary]")?.focus();
    };

    const take = (request) => {
      const kind = request.getResponseHeader("Content-Type") || "";
      if (kind.startsWith("text/html") && request.status === 422) return replacePage(request.responseText);
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // Not one of our answers.
      }
      if (request.status === 200 && answer.location) {
        running = null;
        window.location.assign(answer.location);
      } else {
        end(answer.message || form.dataset.failed);
      }
    };

    form.addEventListener("submit", (event) => {
      if (running) return event.preventDefault();
      // The server says what is missing.
      if (!files.files.length) return;
      event.preventDefault();
      const request = new XMLHttpRequest();
      running = request;
      spoken = 0;
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total) show(Math.floor((loaded * FULL) / total));
      });
      request.addEventListener("load", () => take(request));
      request.addEventListener("error", () => end(form.dataset.failed));
      request.addEventListener("abort", () => end(form.dataset.cancelled));
      bar.hidden = false;
      show(0);
      cancel.focus();
      button.disabled = true;
      request.send(new FormData(form));
    });
    cancel.addEventListener("click", () => running?.abort());
    window.addEventListener("beforeunload", (event) => {
      if (running) event.preventDefault();
    });
  };

  document.querySelectorAll("form[data-upload]").forEach(startUpload);
})();
