// What Redoc does not do by itself on the pages of the contracts.
(() => {
  const root = document.documentElement;

  // Redoc remembers a choice of colours that these pages do not offer: the system decides, as on every page.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const [wanted, other] = dark.matches ? ["dark", "light"] : ["light", "dark"];
    if (root.classList.contains(wanted) && !root.classList.contains(other)) return;
    root.classList.remove(other);
    root.classList.add(wanted);
  };
  dark.addEventListener("change", follow);
  new MutationObserver(follow).observe(root, { attributeFilter: ["class"] });
  follow();

  // The page can be read before Redoc is there. Redoc replaces it unless someone has begun to read: then a button does.
  let reading = location.hash !== "" && !location.hash.startsWith("#/");
  const begin = () => {
    reading = true;
  };
  const signs = ["wheel", "touchstart", "pointerdown", "keydown"];
  for (const sign of signs) addEventListener(sign, begin, { once: true, passive: true, capture: true });
  window.drawContract = (draw) => {
    const offer = document.querySelector(".interactive");
    const go = () => {
      const passed = [...document.querySelectorAll('.static h3[id^="/"]')].filter(
        (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
      );
      if (scrollY > 0 && passed.length > 0) history.replaceState(null, "", `#${passed.at(-1).id}`);
      offer.hidden = true;
      draw();
    };
    if (!reading) go();
    else {
      offer.hidden = false;
      offer.querySelector("button").addEventListener("click", go);
    }
  };
  function showDrawn() {
    if (root.dataset.drawn !== undefined || document.querySelector("#redoc :is(h1, h2)") === null) return;
    root.dataset.drawn = "";
    document.getElementById(decodeURIComponent(location.hash.slice(2)))?.scrollIntoView();
  }

  // The addresses of a contract are the same in each language.
  document.querySelector(".site-header .language")?.addEventListener("click", ({ currentTarget }) => {
    currentTarget.hash = location.hash;
  });

  // Redoc speaks English. On a Chinese page, `redocLabels` says what its labels are called there. Version and licence
  // are those of the contract: by themselves, they would be taken for the service's.
  const labels = window.redocLabels ?? {
    exact: { License: "License of this contract" },
    patterns: [[/^(.+) \((\d+(?:\.\d+)+)\)$/, "$1 (contract version $2)"]],
  };
  const contents =
    'pre, code, .schema-name, [data-component-name="Markdown/Markdown"], script, .site-header, .site-footer, .static';
  function translate(label) {
    if (Object.hasOwn(labels.exact, label)) return labels.exact[label];
    const [pattern, text] = labels.patterns.find(([candidate]) => candidate.test(label)) ?? [];
    return pattern === undefined ? label : label.replace(pattern, text);
  }
  function translateText(node) {
    const label = node.nodeValue.trim();
    const text = translate(label);
    if (text !== label && !node.parentElement?.closest(contents)) {
      node.nodeValue = node.nodeValue.replace(label, text);
    }
  }
  function translateAll(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
    for (const name of ["aria-label", "placeholder"]) {
      for (const labelled of [element, ...element.querySelectorAll(`[${name}]`)]) {
        const label = labelled.getAttribute(name);
        if (label !== null && translate(label) !== label) labelled.setAttribute(name, translate(label));
      }
    }
  }

  // Redoc folds the operations of every tag, and shows those of one at a time: without an address of an operation, the
  // page opens with the first.
  let unfolded = location.hash.length > 2;
  function unfold() {
    const [button] = document.querySelectorAll("#redoc [data-section-id] > button");
    const isFolded = () => /^\+ (Show|展开)$/.test(button.textContent.trim());
    if (unfolded || root.dataset.drawn === undefined || button === undefined || !isFolded()) return;
    unfolded = true;
    button.click();
    // A click that comes while Redoc is still drawing can be lost.
    setTimeout(() => {
      if (button.isConnected && isFolded()) button.click();
    }, 500);
  }

  // Names and roles for those who hear the page or have no mouse.
  function mend(element) {
    for (const menu of element.querySelectorAll(".menu-content:not([role])")) {
      menu.setAttribute("role", "navigation");
      menu.setAttribute("aria-label", translate("Contract"));
    }
    for (const search of element.querySelectorAll('[data-testid="search-trigger"] > div:not([role])')) {
      search.setAttribute("role", "button");
      search.tabIndex = 0;
      search.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        search.click();
      });
    }
    for (const dialog of element.querySelectorAll('[data-testid="search-dialog"]:not([role])')) {
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-modal", "true");
      dialog.setAttribute("aria-label", translate("Search"));
    }
    for (const button of element.querySelectorAll('[data-component-name="Search/SearchInput"] button')) {
      if (button.textContent.trim() === "") button.setAttribute("aria-label", translate("Clear"));
    }
    // A name that hides the text of its button: those who speak to the page could not press it.
    for (const button of element.querySelectorAll("button[aria-label]")) {
      const text = button.textContent.trim().toLowerCase();
      if (text !== "" && !button.ariaLabel.toLowerCase().includes(text)) button.removeAttribute("aria-label");
    }
  }

  // Levels that Redoc skips: those who hear the page take them for missing parts.
  let pending = false;
  function orderHeadings() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      // Redoc draws an address of an operation without the title of the page.
      let before = 0;
      for (const heading of document.querySelectorAll("#redoc :is(h1, h2, h3, h4, h5, h6)")) {
        const level = Math.min(Number(heading.tagName[1]), before + 1);
        if (level !== Number(heading.ariaLevel ?? heading.tagName[1])) heading.ariaLevel = String(level);
        before = level;
      }
    });
  }

  function tend(element) {
    translateAll(element);
    mend(element.parentElement ?? element);
    showDrawn();
    unfold();
    orderHeadings();
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") translateText(target);
      for (const node of addedNodes) {
        if (node.nodeType === Node.TEXT_NODE) translateText(node);
        if (node.nodeType === Node.ELEMENT_NODE) tend(node);
      }
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
})();
