"use strict";
// The address is the only state: #p12 is a passage, #d3 a report, #l7 a line. Without this script the same links
// scroll to the same places; the script opens one report at a time, steps through passages and listens to keys.
// It follows links itself, since a browser would scroll the brief along with the report beside it.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const pane = byId("reports"), brief = byId("brief"), index = byId("index"), bar = byId("bar"), keys = byId("keys");
  const says = all("a.say"), reports = all(".report");
  const narrow = matchMedia("(max-width: 56.24rem)");
  let line = null, steps = [], at = -1, folded = [];

  document.documentElement.classList.add("js");

  const passagesOf = (say) => say.dataset.p.split(" ");
  const aim = (link) => link.getAttribute("href").slice(1); // a link in a picture has no `hash`

  function hide(element, hidden) {
    if (hidden) element.setAttribute("hidden", "until-found"); // the browser's own search still finds the text
    else element.removeAttribute("hidden");
  }

  function show(report) {
    hide(index, report !== null);
    for (const each of reports) hide(each, each !== report);
  }

  function light(id) {
    for (const each of all(".on")) each.classList.remove("on");
    const marks = id ? all("." + id) : [];
    for (const each of marks) each.classList.add("on");
    return marks[0];
  }

  function scrollTo(element) {
    const height = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += height - pane.clientHeight * 0.3;
  }

  // A line of a long section may stand folded; whoever goes there wants to see it.
  function unfold(say) {
    const rest = say.closest(".rest");
    if (rest) rest.open = true;
  }

  function choose(say, id) {
    for (const each of says) each.removeAttribute("aria-current");
    line = say;
    steps = say ? passagesOf(say) : [];
    at = steps.indexOf(id);
    if (say) say.setAttribute("aria-current", "true");
  }

  function label() {
    const number = line ? line.parentElement.value : 0;
    const several = steps.length > 1;
    byId("steps").hidden = !several;
    const open = reports.find((report) => !report.hidden);
    byId("shown").textContent = open ? open.dataset.name : "";
    byId("place").textContent = at < 0 ? "" : several ? `${at + 1} of ${steps.length}` : "only passage";
    byId("close").querySelector("span").textContent = line ? `Back to line ${number}` : narrow.matches ? "Back to the brief" : "All reports";
  }

  function sheet(open) {
    pane.classList.toggle("open", open);
    const modal = open && narrow.matches;
    brief.inert = modal;
    pane.setAttribute("role", modal ? "dialog" : "complementary");
    if (modal) pane.setAttribute("aria-modal", "true");
    else pane.removeAttribute("aria-modal");
    if (modal) pane.focus({ preventScroll: true });
  }

  function follow() {
    const id = location.hash.slice(1);
    const target = id && byId(id);
    if (!target) return close(); // the browser's own way back has left the page's places
    if (!pane.contains(target)) return leave(target);
    const report = target.closest(".report");
    const passage = target.classList.contains("at");
    if (passage && !(line && passagesOf(line).includes(id) ) && !(line && citing(line, id))) {
      choose(says.find((say) => passagesOf(say).includes(id)) || null, id);
    } else if (passage) choose(line, id);
    else choose(null, "");
    show(report);
    bar.classList.toggle("open", report !== null);
    label();
    sheet(true);
    const first = light(passage ? id : "");
    const fold = (first || target).closest("details");
    if (fold) fold.open = true;
    if (first) scrollTo(first);
    else pane.scrollTop = 0;
    if (line && !narrow.matches) {
      unfold(line);
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: "nearest" });
    }
  }

  function go(id, how) {
    if (location.hash !== "#" + id) history[how](null, "", "#" + id);
    follow();
  }

  const citing = (say, id) => say.parentElement.querySelector(`.who a[href="#${id}"]`) !== null;

  // A place in the brief itself: a line is focused; on a phone the sheet makes room.
  function leave(target) {
    if (narrow.matches) close();
    const say = target.querySelector(":scope > .say");
    if (say) {
      unfold(say);
      say.focus({ preventScroll: true });
      say.scrollIntoView({ block: "nearest" });
    } else target.scrollIntoView();
  }

  function close() {
    light("");
    sheet(false);
    show(null);
    bar.classList.remove("open");
    if (!narrow.matches) pane.scrollTop = 0;
  }

  function back() {
    const from = line;
    close();
    choose(null, "");
    if (!from) return history.replaceState(null, "", location.href.split("#")[0]);
    go(from.parentElement.id, "replaceState");
  }

  function step(by) {
    if (!line || steps.length === 0) return;
    at = (Math.max(at, by > 0 ? -1 : 0) + by + steps.length) % steps.length;
    go(steps[at], "replaceState");
  }

  function move(by) {
    const from = says.indexOf(document.activeElement.closest ? document.activeElement.closest(".line")?.querySelector(".say") : null);
    const start = from >= 0 ? from : says.indexOf(line);
    const next = says[Math.min(Math.max(start + by, 0), says.length - 1)];
    if (next) {
      unfold(next);
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  }

  const letters = {
    j: () => move(1), k: () => move(-1), n: () => step(1), p: () => step(-1),
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && document.activeElement.matches(".say")) move(arrow);
    else if (event.key === "Escape" && (bar.classList.contains("open") || pane.classList.contains("open"))) back();
    else if (byId("single").checked && letters[event.key]) letters[event.key]();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (brief.inert && !pane.contains(event.target) && !keys.contains(event.target)) return back(); // beside the sheet
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!getSelection().isCollapsed && link.matches(".say")) return event.preventDefault(); // words were being selected
    const own = link.closest(".line");
    if (own) choose(own.querySelector(".say"), aim(link));
    if (link.matches(".skip")) return; // the browser moves the focus
    event.preventDefault();
    go(aim(link), "pushState");
  });

  // The browser's own search found a word in a closed report. A link into one is announced here as well; `follow` sees to it.
  for (const report of reports) report.addEventListener("beforematch", () => {
    const target = location.hash && byId(location.hash.slice(1));
    if (target && report.contains(target)) return;
    choose(null, "");
    show(report);
    bar.classList.add("open");
    label();
    sheet(true);
  });
  byId("close").addEventListener("click", back);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  byId("show-keys").addEventListener("click", () => keys.showModal());
  byId("hide-keys").addEventListener("click", () => keys.close());
  addEventListener("hashchange", follow);
  addEventListener("load", follow); // by now the browser has scrolled to the address, each in its own way
  narrow.addEventListener("change", () => sheet(pane.classList.contains("open")));
  addEventListener("beforeprint", () => {
    folded = all(".brief details:not([open])");
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });

  show(null);
  label();
  follow();
})();
