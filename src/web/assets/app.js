// What a page can do better with script. Every page works without it, and every
// sentence shown here was written by the server into a data attribute.
"use strict";

(() => {
  const AUTOSAVE_AFTER_MS = 4000;
  const ANNOUNCE_AFTER_MS = 1200;

  /* ---- Counters ---- */

  // As the server counts: line ends as one character, composed letters, code points.
  const characters = (text) => [...text.replace(/\r\n/g, "\n").normalize("NFC")].length;

  // Visible at every key; spoken only when the reader pauses near or over the limit.
  const startCounter = (counter) => {
    const field = document.getElementById(counter.dataset.for);
    const limit = Number(counter.dataset.limit);
    const spoken = counter.parentElement.querySelector("[data-counter-spoken]");
    if (!field || !limit) return;
    const format = new Intl.NumberFormat(document.documentElement.lang || "nb");
    let timer;
    const show = () => {
      const left = limit - characters(field.value);
      const state = left < 0 ? "over" : left <= limit / 10 ? "near" : "calm";
      const sentence = left < 0 ? counter.dataset.over : counter.dataset.under;
      counter.textContent = sentence.replace("{count}", format.format(Math.abs(left)));
      counter.dataset.state = state;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (spoken && field === document.activeElement) spoken.textContent = state === "calm" ? "" : counter.textContent;
      }, ANNOUNCE_AFTER_MS);
    };
    field.addEventListener("input", show);
    show();
  };

  /* ---- National ids ---- */

  const weighted = (digits, weights) => weights.reduce((sum, weight, at) => sum + weight * digits[at], 0) % 11 === 0;

  // Control digits first, then a day and month that can exist: D-numbers add 40 to the
  // day, synthetic numbers 40 or 80 to the month. The server decides; this only points.
  const isNationalId = (text) => {
    const digits = [...text].map(Number);
    const day = Number(text.slice(0, 2));
    const month = Number(text.slice(2, 4));
    const days = day > 40 ? day - 40 : day;
    const months = month > 80 ? month - 80 : month > 40 ? month - 40 : month;
    return (
      days >= 1 && days <= 31 && months >= 1 && months <= 12 &&
      weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) &&
      weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
    );
  };

  const holdsNationalId = (text) => {
    for (const match of text.matchAll(/(?<!\d)\d{6}[ .\u00a0\u202f-]?\d{5}(?!\d)/g)) {
      if (isNationalId(match[0].replace(/\D/g, ""))) return true;
    }
    return false;
  };

  const startIdWarning = (warning) => {
    const field = document.getElementById(warning.dataset.for);
    if (!field) return;
    let timer;
    const look = () => {
      const sentence = holdsNationalId(field.value) ? warning.dataset.warning : "";
      if (warning.textContent !== sentence) warning.textContent = sentence;
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, 600);
    });
    look();
  };

  /* ---- Fields that belong to one choice ---- */

  const startDependent = (part) => {
    const [name, value] = part.dataset.shownWhen.split("=");
    const choices = document.querySelectorAll(`input[name="${name}"]`);
    const show = () => {
      part.hidden = ![...choices].some((choice) => choice.checked && choice.value === value);
    };
    choices.forEach((choice) => choice.addEventListener("change", show));
    show();
  };

  /* ---- Autosave, and a warning before unsaved text is left ---- */

  const startAutosave = (form) => {
    const status = form.querySelector("[data-saved]");
    const spoken = form.querySelector("[data-saved-spoken]");
    let heard = "";
    // Seen each time; spoken when it changes kind, so that every autosave is not read aloud.
    const say = (sentence, state) => {
      if (!status || !sentence) return;
      status.textContent = sentence;
      status.dataset.state = state;
      if (spoken && state !== "waiting" && state !== heard) {
        heard = state;
        spoken.textContent = sentence;
      }
    };
    const fieldsOf = () => {
      const fields = new URLSearchParams(new FormData(form));
      fields.set("do", "save");
      return fields;
    };
    const textOf = () => {
      const fields = fieldsOf();
      fields.delete("version");
      fields.delete("draft");
      return fields.toString();
    };

    // A form that came back with mistakes or a conflict was never stored as it stands.
    let stored = form.dataset.unsaved === "true" ? null : textOf();
    let saving = false;
    let stopped = false;
    let leaving = false;
    let waitMs = 0;
    let timer;

    const unsaved = () => !leaving && stored !== textOf();

    const take = (answer) => {
      for (const name of ["version", "draft"]) {
        if (answer[name] !== undefined && form.elements[name]) form.elements[name].value = String(answer[name]);
      }
    };

    const save = async () => {
      if (saving || stopped || !unsaved()) return;
      saving = true;
      const sent = textOf();
      try {
        const reply = await fetch(form.action, {
          method: "POST",
          body: fieldsOf(),
          headers: { Accept: "application/json" },
          credentials: "same-origin",
          redirect: "error",
        });
        const answer = await reply.json();
        if (reply.ok) {
          stored = sent;
          waitMs = 0;
          take(answer);
          say(answer.message, "saved");
        } else {
          // Another tab was first, the person is logged out, or the round closed: saying so
          // once is enough. Busy, broken or too often is worth another try later.
          stopped = reply.status < 500 && reply.status !== 429;
          waitMs = Number(reply.headers.get("Retry-After") || 0) * 1000;
          say(answer.message || answer.title || form.dataset.saveFailed, "failed");
        }
      } catch {
        say(form.dataset.saveFailed, "failed");
      } finally {
        saving = false;
        if (stored !== sent || unsaved()) plan();
      }
    };

    const plan = () => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(save, Math.max(AUTOSAVE_AFTER_MS, waitMs));
    };

    form.addEventListener("input", () => {
      if (unsaved() && status && status.dataset.state === "saved") say(form.dataset.notSaved, "waiting");
      plan();
    });
    form.addEventListener("submit", () => {
      leaving = true;
      clearTimeout(timer);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") save();
    });
    window.addEventListener("beforeunload", (event) => {
      if (unsaved()) event.preventDefault();
    });
    // Back from the next page out of the browser's memory: the person may go on writing.
    window.addEventListener("pageshow", () => {
      leaving = false;
    });
  };

  document.querySelectorAll("[data-counter]").forEach(startCounter);
  document.querySelectorAll("[data-id-warning]").forEach(startIdWarning);
  document.querySelectorAll("[data-shown-when]").forEach(startDependent);
  document.querySelectorAll("form[data-autosave]").forEach(startAutosave);
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  const summary = document.querySelector("[data-error-summary]");
  // Browsers that know autofocus on any element have done it by then.
  if (summary) requestAnimationFrame(() => summary.contains(document.activeElement) || summary.focus());
})();
