// SPDX-License-Identifier: Apache-2.0
// <site-footer site="…">what stands here until the footer has come, and when it cannot</site-footer>
//
// For pages of sites that are not ours. Builds elements and never parses markup, so it runs where a policy forbids
// inline styles, eval and strings that become HTML (trusted types). Its style is a sheet made by script, which no
// policy counts as inline; where a browser knows none, the footer is plain.
(() => {
  "use strict";

  if (customElements.get("site-footer")) {
    return;
  }

  // In a module there is no current script: then it is the one that is called like ours.
  const script =
    document.currentScript ?? document.querySelector('script[src*="/sites/"][src$="/footer.js"]');
  const sites = new URL("../", script.src);
  const patience = 10000;
  const svg = "http://www.w3.org/2000/svg";
  const shield =
    "M8 .8 1.8 2.9v4.6c0 3.7 2.5 6.4 6.2 7.7 3.7-1.3 6.2-4 6.2-7.7V2.9L8 .8Zm0 3.3 1.1 2.4 2.6.3-1.9 1.8.5 2.6L8 9.9l-2.3 1.3.5-2.6-1.9-1.8 2.6-.3L8 4.1Z";
  const style = `
    :host { display: block; }
    ul { display: flex; flex-wrap: wrap; justify-content: center; gap: .1rem 1.5rem; margin: 0 0 .25rem; padding: 0; list-style: none; }
    footer { text-align: center; }
    a { color: inherit; }
    svg { width: 1em; height: 1em; margin-inline-end: .25em; vertical-align: -.125em; }
    p { margin: 0 0 .25rem; }`;

  const sheet = (() => {
    try {
      const made = new CSSStyleSheet();
      made.replaceSync(style);
      return made;
    } catch {
      return null;
    }
  })();

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  };

  const icon = () => {
    const made = document.createElementNS(svg, "svg");
    made.setAttribute("viewBox", "0 0 16 16");
    made.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(svg, "path");
    path.setAttribute("fill", "currentColor");
    path.setAttribute("fill-rule", "evenodd");
    path.setAttribute("d", shield);
    made.append(path);
    return made;
  };

  const link = (href, text) => {
    const made = element("a", text);
    made.setAttribute("href", href);
    return made;
  };

  const fact = (item) => {
    const made = element("li");
    if (item.icon === "public-security") {
      made.append(icon());
    }
    made.append(
      item.label ? item.label + "：" : "",
      item.href ? link(item.href, item.value) : element("span", item.value),
      item.note ? "（" + item.note + "）" : "",
    );
    return made;
  };

  const list = (items) => {
    const made = element("ul");
    made.append(...items);
    return made;
  };

  const build = (footer) => {
    const root = element("footer");
    root.setAttribute("lang", "zh-CN");
    root.setAttribute("part", "imprint");
    if (footer.sample) {
      const note = element("p");
      note.append(element("strong", "示例站点：本站的单位、编号和内容均为虚构。"));
      root.append(note);
    }
    if (footer.navigation.length > 0) {
      const nav = element("nav");
      nav.setAttribute("aria-label", "页脚导航");
      nav.append(
        list(
          footer.navigation.map((item) => {
            const step = element("li");
            step.append(link(item.href, item.label));
            return step;
          }),
        ),
      );
      root.append(nav);
    }
    for (const line of [...footer.lines, footer.badges]) {
      if (line.length > 0) {
        root.append(list(line.map(fact)));
      }
    }
    return root;
  };

  class SiteFooter extends HTMLElement {
    static observedAttributes = ["site"];

    #place = this.attachShadow({ mode: "open" });

    constructor() {
      super();
      if (sheet) {
        this.#place.adoptedStyleSheets = [sheet];
      }
      this.#place.append(element("slot"));
    }

    connectedCallback() {
      this.#show();
    }

    attributeChangedCallback(name, before) {
      if (before !== null && this.isConnected) {
        this.#show();
      }
    }

    async #show() {
      const site = this.getAttribute("site");
      if (!site) {
        return;
      }
      try {
        const answer = await fetch(new URL(encodeURIComponent(site) + "/footer", sites), {
          headers: { Accept: "application/json" },
          credentials: "omit",
          signal: AbortSignal.timeout(patience),
        });
        if (!answer.ok) {
          throw new Error(`${answer.url} answered ${answer.status}`);
        }
        const built = build(await answer.json());
        if (this.getAttribute("site") === site) {
          this.#place.replaceChildren(built);
        }
      } catch (failure) {
        // What stands in the element stays, and the page's owner can see why.
        console.warn("site-footer:", failure.message);
      }
    }
  }

  customElements.define("site-footer", SiteFooter);
})();
