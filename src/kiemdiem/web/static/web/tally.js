// Running sums while a teller keys a count. Without this script the button "Lưu tạm và cộng" does the same on the server.
(function () {
  "use strict";
  function figures(line) {
    return Array.from(line.querySelectorAll("input"));
  }
  // Where the sheet asks for the valid slips itself, every line is measured by what stands there now.
  function validSlips(sheet) {
    var box = sheet.closest("form") && sheet.closest("form").querySelector("input[name=valid]");
    return box ? (/^[0-9]+$/.test(box.value.trim()) ? Number(box.value) : 0) : Number(sheet.dataset.valid);
  }
  function add(sheet) {
    var valid = validSlips(sheet);
    var even = 0;
    sheet.querySelectorAll("[data-line]").forEach(function (line) {
      var boxes = figures(line);
      var sum = boxes.reduce(function (total, box) {
        return total + (/^[0-9]+$/.test(box.value.trim()) ? Number(box.value) : 0);
      }, 0);
      var shown = line.querySelector("[data-sum]");
      shown.textContent = String(sum);
      shown.classList.toggle("kd-tally-even", valid > 0 && sum === valid);
      even += valid > 0 && sum === valid ? 1 : 0;
    });
    sheet.querySelectorAll("[data-of]").forEach(function (place) { place.textContent = String(valid); });
    sheet.querySelector("[data-complete]").textContent = String(even);
  }
  function next(sheet, box) {
    var boxes = Array.from(sheet.querySelectorAll("[data-line] input"));
    return boxes[boxes.indexOf(box) + 1] || sheet.querySelector("button");
  }
  document.querySelectorAll("[data-tally]").forEach(function (sheet) {
    (sheet.closest("form") || sheet).addEventListener("input", function () { add(sheet); });
    sheet.addEventListener("focusin", function (event) {
      if (event.target.matches("input")) { event.target.select(); }
    });
    sheet.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" || !event.target.matches("input")) { return; }
      event.preventDefault();
      next(sheet, event.target).focus();
    });
    add(sheet);
  });
})();
