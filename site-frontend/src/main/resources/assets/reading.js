// SPDX-License-Identifier: Apache-2.0
// Tells the newsroom that somebody reads this: seen for two seconds, not only opened in the background.
(() => {
  const views = "/content" + location.pathname + "/views";
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") {
      timer = setTimeout(() => {
        document.removeEventListener("visibilitychange", look);
        navigator.sendBeacon(views);
      }, 2000);
    }
  };
  document.addEventListener("visibilitychange", look);
  look();
})();
