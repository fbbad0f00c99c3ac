package browsertest

// centresJS brings one element into sight and measures it and another: the place
// to take the one by, a little above its lower left corner, and the middle of
// what is seen of the other.
const centresJS = `(from, to) => {
	const a = document.querySelector(from), b = document.querySelector(to);
	a.scrollIntoView({block: 'center', behavior: 'instant'});
	const r = a.getBoundingClientRect(), s = b.getBoundingClientRect();
	const top = Math.max(0, s.top), bottom = Math.min(innerHeight, s.bottom);
	return {Found: true, FromX: r.right - 3, FromY: r.bottom - 3, ToX: s.left + s.width / 2, ToY: (top + bottom) / 2};
}`

// Drag takes an element with the mouse by its lower right corner, moves it to the
// middle of another and lets go there. Both must fit beside each other on the
// screen.
func (p *Page) Drag(from, to string) {
	p.t.Helper()
	p.See(from)
	p.See(to)
	at := call[stretch](p, "finding "+from+" and "+to, centresJS, from, to)
	if !at.Found {
		p.t.Fatalf("dragging: %s or %s is not there", from, to)
	}
	p.do("dragging "+from, drag(at))
}
