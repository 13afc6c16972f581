// Saving while somebody types. Without this script the button "Lưu tạm" does the same. What the server has not taken
// yet stays on this machine, is offered back after the page is opened again, and is never written over somebody else's.
(function () {
  "use strict";
  var IDLE = 1200;
  var LONGEST = 15000;
  var AGAIN = 4000;

  function now() {
    return new Date().toLocaleTimeString("vi-VN", { hour12: false });
  }

  function watch(form) {
    var key = "kd-autosave:" + form.dataset.autosave + ":" + location.pathname;
    var note = form.querySelector("[data-autosave-note]");
    var stale = form.querySelector("[data-autosave-stale]");
    var local = form.querySelector("[data-autosave-local]");
    var version = form.querySelector("input[name=version]");
    var boxes = Array.from(form.querySelectorAll("textarea"));
    var timer = null, first = 0, sending = null, typed = 0, waiting = null, theirs = null, offered = null;

    function say(word, told) {
      note.textContent = note.dataset[word].replace("{at}", (told && told.at) || now()).replace("{said}", told && told.said || "");
    }
    function texts() {
      var found = {};
      boxes.forEach(function (box) { found[box.name] = box.value; });
      return found;
    }
    function keepHere() {
      try {
        localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), texts: texts(), older: offered }));
      } catch (full) { /* a browser that keeps nothing: the server's copy is the only one */ }
    }
    function keptHere() {
      try { return JSON.parse(localStorage.getItem(key) || "null"); } catch (broken) { return null; }
    }
    // What was offered back and not answered yet outlives every save.
    function forget() {
      try {
        if (offered) { localStorage.setItem(key, JSON.stringify(offered)); } else { localStorage.removeItem(key); }
      } catch (closed) { /* nothing was kept */ }
    }
    function plan(wait) {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    }
    function touched() {
      typed += 1;
      keepHere();
      if (theirs) { return; }
      say("kept");
      first = first || Date.now();
      plan(Math.max(0, Math.min(IDLE, first + LONGEST - Date.now())));
    }
    function save() {
      if (sending || theirs) { return; }
      clearTimeout(timer);
      var sent = typed;
      first = 0;
      say("saving");
      sending = fetch(form.action || location.href, {
        method: "POST", body: new FormData(form), credentials: "same-origin", headers: { Accept: "application/json" }
      }).then(function (answer) {
        if (!/^application\/json/.test(answer.headers.get("Content-Type") || "")) { throw new Error("no answer"); }
        return answer.json().then(function (told) { return answer.ok ? taken(told, sent) : refused(told); });
      }).catch(function () {
        say("failed");
        plan(AGAIN);
      }).then(function () {
        sending = null;
        if (waiting) { var go = waiting; waiting = null; go(); }
      });
    }
    function taken(told, sent) {
      version.value = told.version;
      var left = Object.keys(told.left).length > 0;
      say(left ? "left" : "saved", told);
      if (typed !== sent) { plan(IDLE); } else if (!left) { forget(); }
    }
    function refused(told) {
      say(told.texts ? "stale" : "refused", told);
      if (!told.texts) { return; }
      theirs = told;
      stale.hidden = false;
      boxes.forEach(function (box) {
        var other = told.texts[box.name];
        if (other === undefined || other.trim() === box.value.trim()) { return; }
        var shown = form.querySelector("[data-autosave-other]").content.cloneNode(true);
        shown.querySelector(".kd-kept-lines").textContent = other || "(trống)";
        shown.firstElementChild.setAttribute("data-autosave-shown", "");
        box.closest(".kd-field").appendChild(shown);
      });
    }
    function settle(take) {
      if (take) { boxes.forEach(function (box) { box.value = theirs.texts[box.name]; }); }
      version.value = theirs.version;
      theirs = null;
      stale.hidden = true;
      form.querySelectorAll("[data-autosave-shown]").forEach(function (shown) { shown.remove(); });
      if (take) { forget(); say("saved"); } else { touched(); }
    }
    function differs(kept) {
      return boxes.some(function (box) {
        return kept.texts[box.name] !== undefined && kept.texts[box.name].trim() !== box.value.trim();
      });
    }
    function offer(kept) {
      while (kept && !differs(kept)) { kept = kept.older; }
      offered = kept || null;
      local.hidden = !offered;
      if (!offered) { return; }
      local.querySelector("[data-autosave-when]").textContent = new Date(kept.at).toLocaleString("vi-VN");
    }
    function answer(use) {
      var kept = offered;
      offer(kept.older);
      if (!use) { return typed ? keepHere() : forget(); }
      boxes.forEach(function (box) { if (kept.texts[box.name] !== undefined) { box.value = kept.texts[box.name]; } });
      touched();
    }

    form.addEventListener("input", function (event) { if (event.target.matches("textarea")) { touched(); } });
    form.addEventListener("submit", function (event) {
      clearTimeout(timer);
      if (!sending) { return; }
      // The version of the save under way must be known before the form goes.
      event.preventDefault();
      waiting = function () { form.requestSubmit(event.submitter); };
    });
    window.addEventListener("online", function () { if (typed) { save(); } });
    stale.querySelector("[data-autosave-mine]").addEventListener("click", function () { settle(false); });
    stale.querySelector("[data-autosave-theirs]").addEventListener("click", function () { settle(true); });
    local.querySelector("[data-autosave-use]").addEventListener("click", function () { answer(true); });
    local.querySelector("[data-autosave-drop]").addEventListener("click", function () { answer(false); });
    offer(keptHere());
    forget();
  }

  document.querySelectorAll("form[data-autosave]").forEach(watch);
})();
