(function () {
  var slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var here = 0;
  function show() {
    slides.forEach(function (slide, spot) { slide.classList.toggle("now", spot === here); });
    window.scrollTo(0, 0);
  }
  function begin() { document.body.classList.add("projecting"); show(); }
  function leave() { document.body.classList.remove("projecting"); }
  function on() {
    var slide = slides[here];
    if (slide.querySelector(".answer") && !slide.classList.contains("told")) { slide.classList.add("told"); return; }
    if (here < slides.length - 1) { here += 1; show(); }
  }
  function back() {
    if (slides[here].classList.contains("told")) { slides[here].classList.remove("told"); return; }
    if (here > 0) { here -= 1; show(); }
  }
  var keys = { ArrowRight: on, " ": on, PageDown: on, ArrowLeft: back, PageUp: back, Escape: leave };
  document.getElementById("begin").addEventListener("click", begin);
  document.addEventListener("keydown", function (event) {
    if (!document.body.classList.contains("projecting") || !keys[event.key]) { return; }
    event.preventDefault();
    keys[event.key]();
  });
  document.getElementById("projector").addEventListener("click", function (event) {
    if (document.body.classList.contains("projecting") && event.target.id !== "begin") { on(); }
  });
})();
