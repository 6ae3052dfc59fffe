// SPDX-License-Identifier: Apache-2.0
// Larger text for whoever wants it (适老): kept by the browser, told to nobody. Without script there is no button.
(() => {
  const root = document.documentElement;
  const place = document.querySelector(".masthead-inner");
  const key = "large-text";
  let large = false;
  try {
    large = localStorage.getItem(key) === "yes";
  } catch {
    return; // nothing may be kept here
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "size";
  const show = () => {
    root.classList.toggle("large", large);
    button.textContent = large ? "标准字号" : "大字";
    button.setAttribute("aria-pressed", String(large));
  };
  button.addEventListener("click", () => {
    large = !large;
    localStorage.setItem(key, large ? "yes" : "no");
    show();
  });
  show();
  place.append(button);
})();
