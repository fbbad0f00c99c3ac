package api_test

import (
	"fmt"
	"net/http"
)

// source brings the brief in.
func (h *house) source() int64 {
	h.t.Helper()
	return h.ask("reporter", http.MethodPost, "sources", m{"title": "Notes on the Seat", "text": brief}).want(http.StatusCreated).int("id")
}

// claim records a claim.
func (h *house) claim(text string) int64 {
	h.t.Helper()
	return h.ask("reporter", http.MethodPost, "claims", m{"text": text}).want(http.StatusCreated).int("id")
}

// path is the address of a claim, and of what lies below it.
func path(claim int64, below string) string { return fmt.Sprintf("claims/%d%s", claim, below) }

// version is the claim's present one, as If-Match has it.
func (h *house) version(claim int64) string {
	h.t.Helper()
	return fmt.Sprintf(`"%d"`, h.ask("reporter", http.MethodGet, path(claim, ""), nil).want(http.StatusOK).int("version"))
}

// put saves something below a claim in its present version.
func (h *house) put(who string, claim int64, below string, body any) answer {
	h.t.Helper()
	return h.ask(who, http.MethodPut, path(claim, below), body, "If-Match", h.version(claim))
}

// act does an act as somebody.
func (h *house) act(who string, claim int64, act string) answer {
	h.t.Helper()
	return h.ask(who, http.MethodPost, path(claim, "/"+act), m{"note": "A note."})
}

var (
	misread = m{"rating": "misinterpreted", "explanation": "A pause is not a departure.", "reasons": []string{"overstated"},
		"misread": m{"kind": "event", "description": "The recall of the representative"}}
	written = m{"headline": "Armenia’s seat at the CSTO is empty", "summary": "It has not resigned.", "body": "It is freezing its membership [1]."}
)

// ready is a claim with all that the gate asks for.
func (h *house) ready() int64 {
	h.t.Helper()
	source, claim := h.source(), h.claim("Armenia is leaving the CSTO")
	h.ask("reporter", http.MethodPost, path(claim, "/evidence"), m{"source_id": source, "exact": quoted, "stance": "refutes"}).want(http.StatusCreated)
	h.put("reporter", claim, "/verdict", misread).want(http.StatusOK)
	h.put("reporter", claim, "/article", written).want(http.StatusOK)
	return claim
}

// public is a claim that was published; its slug is in live.
func (h *house) public() int64 {
	h.t.Helper()
	claim := h.ready()
	h.act("reporter", claim, "submit").want(http.StatusOK)
	h.act("editor", claim, "approve").want(http.StatusOK)
	h.ask("editor", http.MethodPost, path(claim, "/publish"), nil).want(http.StatusOK)
	return claim
}
