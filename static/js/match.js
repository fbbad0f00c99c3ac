// What says the same as the claim that is being typed: [data-matches] names the
// field, and is filled anew by the server some time after the last letter.

const pause = 350; // milliseconds after a letter

export function startMatches() {
  for (const place of document.querySelectorAll("[data-matches]")) {
    const field = document.getElementById(place.dataset.matches);
    if (field) new Matches(place, field);
  }
}

class Matches {
  constructor(place, field) {
    this.place = place;
    this.field = field;
    this.asked = field.value.trim();
    this.timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), pause);
    });
    for (const button of document.querySelectorAll("[data-look]")) button.hidden = true;
    if (this.asked && !place.querySelector(".match")) {
      this.asked = "";
      this.ask();
    }
  }

  // ask leaves the list as it is when the text is the same, or when there is no
  // answer; one that was overtaken by another letter is dropped.
  async ask() {
    const text = this.field.value.trim();
    if (text === this.asked) return;
    this.asked = text;
    this.pending?.abort();
    this.pending = new AbortController();
    try {
      const query = new URLSearchParams({ text: text.slice(0, 2000) });
      const answer = await fetch(`/desk/matches?${query}`, { signal: this.pending.signal, headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.place.replaceChildren(...page.body.childNodes);
    } catch (error) {
      if (error.name !== "AbortError") this.asked = "";
    }
  }
}
