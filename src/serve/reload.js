// Reloads a page of the preview when the site was built again. No published site has this file.
const build = document.currentScript.dataset.build;
let events = null;

const listen = () => {
  events = new EventSource("/_thutuc/events");
  events.onmessage = (event) => {
    if (event.data !== build) {
      events.close();
      location.reload();
    }
  };
};

// A browser keeps few connections to one host: tabs that nobody sees give theirs back.
const follow = () => {
  if (document.visibilityState === "visible") {
    if (!events) listen();
  } else if (events) {
    events.close();
    events = null;
  }
};
document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => events && events.close());
follow();
