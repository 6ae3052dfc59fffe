// SPDX-License-Identifier: Apache-2.0
// Tells the newsroom that somebody reads this: seen for two seconds, not only opened in the background.
// Not of who asks not to be counted (Do Not Track, Global Privacy Control).
(() => {
  if (navigator.doNotTrack === "1" || navigator.globalPrivacyControl) {
    return;
  }
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
