// Running sums while a teller keys a count. Without this script the button "Lưu tạm và cộng" does the same on the server.
(function () {
  "use strict";
  function figures(line) {
    return Array.from(line.querySelectorAll("input"));
  }
  function add(sheet) {
    var valid = Number(sheet.dataset.valid);
    var even = 0;
    sheet.querySelectorAll("[data-line]").forEach(function (line) {
      var boxes = figures(line);
      var sum = boxes.reduce(function (total, box) {
        return total + (/^[0-9]+$/.test(box.value.trim()) ? Number(box.value) : 0);
      }, 0);
      var shown = line.querySelector("[data-sum]");
      shown.textContent = String(sum);
      shown.classList.toggle("kd-tally-even", sum === valid);
      even += sum === valid ? 1 : 0;
    });
    sheet.querySelector("[data-complete]").textContent = String(even);
  }
  function next(sheet, box) {
    var boxes = Array.from(sheet.querySelectorAll("[data-line] input"));
    return boxes[boxes.indexOf(box) + 1] || sheet.querySelector("button");
  }
  document.querySelectorAll("[data-tally]").forEach(function (sheet) {
    sheet.addEventListener("input", function () { add(sheet); });
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
