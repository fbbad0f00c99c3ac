package api_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestWhatIsWrongIsRefusedByItsField(t *testing.T) {
	h := open(t)
	source, claim := h.source(), h.ready()
	quote := func(more m) m {
		body := m{"source_id": source, "exact": quoted, "stance": "refutes"}
		for name, value := range more {
			body[name] = value
		}
		return body
	}
	for name, c := range map[string]struct {
		method, path string
		body         any
		field, says  string
	}{
		"no claim":                 {"POST", "claims", m{}, "text", "missing"},
		"a long claim":             {"POST", "claims", m{"text": strings.Repeat("a", 1001)}, "text", "1,001"},
		"an unknown field":         {"POST", "claims", m{"text": "a", "txt": "b"}, "txt", "no such field"},
		"an unknown field, null":   {"POST", "claims", m{"text": "a", "txt": nil}, "txt", "no such field"},
		"an unknown field inside":  {"POST", "claims", m{"text": "a", "claimant": m{"nom": "b"}}, "claimant.nom", "no such field"},
		"a number for a text":      {"POST", "claims", m{"text": 7}, "text", "string"},
		"a part of a number":       {"POST", "claims", `{"text":"a","source_id":1.5}`, "source_id", "integer"},
		"a huge number":            {"POST", "claims", `{"text":"a","source_id":1e99}`, "source_id", "too large"},
		"a source that is not":     {"POST", "claims", m{"text": "a", "source_id": 999}, "source_id", ""},
		"a list":                   {"POST", "claims", []int{1}, "body", "object"},
		"invalid UTF-8":            {"POST", "claims", "{\"text\":\"a\xff\"}", "text", "byte 10"},
		"half a pair":              {"POST", "claims", `{"text":"a\ud83d"}`, "text", "byte 10"},
		"a day to come":            {"POST", "claims", m{"text": "a", "said_on": "2999-01-01"}, "said_on", "future"},
		"a day long past":          {"POST", "claims", m{"text": "a", "said_on": "1899-12-31"}, "said_on", "1900"},
		"no day":                   {"POST", "claims", m{"text": "a", "said_on": "2023-02-30"}, "said_on", "year-month-day"},
		"no address":               {"POST", "claims", m{"text": "a", "appearances": []m{{"url": "example"}}}, "appearances.0.url", "web address"},
		"an unknown kind":          {"POST", "claims", m{"text": "a", "claimant": m{"name": "b", "kind": "robot"}}, "claimant.kind", "person"},
		"a private person's page":  {"POST", "claims", m{"text": "a", "claimant": m{"name": "b", "kind": "private-person", "same_as": []string{"https://example.org"}}}, "claimant.same_as", ""},
		"no document":              {"POST", "sources", m{"title": "a"}, "text", "missing"},
		"two documents":            {"POST", "sources", m{"title": "a", "text": "b", "html": "c"}, "html", "more than one"},
		"a document and address":   {"POST", "sources", m{"title": "a", "text": "b", "fetch_url": "https://example.org"}, "fetch_url", "more than one"},
		"an empty page":            {"POST", "sources", m{"title": "a", "html": "<p></p>"}, "html", "no text"},
		"no title":                 {"POST", "sources", m{"text": "It ends like a sentence."}, "title", "missing"},
		"no address to fetch":      {"POST", "sources", m{"title": "a", "fetch_url": "nowhere"}, "fetch_url", "not a web address"},
		"a long document":          {"POST", "sources", m{"title": "a", "text": strings.Repeat("a", 5<<20+1)}, "text", "5,242,881"},
		"no quote":                 {"POST", path(claim, "/evidence"), quote(m{"exact": ""}), "exact", "missing"},
		"a long quote":             {"POST", path(claim, "/evidence"), quote(m{"exact": strings.Repeat("a", 5001)}), "exact", "5,0"},
		"no stance":                {"POST", path(claim, "/evidence"), quote(m{"stance": ""}), "stance", ""},
		"an unknown stance":        {"POST", path(claim, "/evidence"), quote(m{"stance": "doubts"}), "stance", "supports"},
		"a quote from nowhere":     {"POST", path(claim, "/evidence"), quote(m{"source_id": 999}), "source_id", ""},
		"a reason for true":        {"PUT", path(claim, "/verdict"), m{"rating": "true", "reasons": []string{"overstated"}}, "reasons", "misinterpreted"},
		"an unknown rating":        {"PUT", path(claim, "/verdict"), m{"rating": "so-so"}, "rating", "no such rating"},
		"another claim's evidence": {"PUT", path(claim, "/verdict"), m{"rating": "true", "evidence_ids": []int{999}}, "evidence_ids", "999"},
		"a long headline":          {"PUT", path(claim, "/article"), m{"headline": strings.Repeat("a", 201)}, "headline", "201"},
		"a long summary":           {"PUT", path(claim, "/article"), m{"summary": strings.Repeat("a", 601)}, "summary", "601"},
		"a long body":              {"PUT", path(claim, "/article"), m{"body": strings.Repeat("a", 200_001)}, "body", "200,001"},
		"a time to publish at":     {"POST", path(claim, "/publish"), m{"at": "2099-01-01T00:00:00Z"}, "at", "more than a year ahead"},
		"an unknown status":        {"GET", "claims?status=lost", nil, "status", "no such status"},
		"an unknown rating asked":  {"GET", "claims?rating=lost", nil, "rating", "no such rating"},
		"no assignee":              {"GET", "claims?assignee=x", nil, "assignee", ""},
		"limit nought":             {"GET", "claims?limit=0", nil, "limit", "1 to 200"},
		"limit too high":           {"GET", "sources?limit=201", nil, "limit", "1 to 200"},
		"limit no number":          {"GET", "fact-checks?limit=x", nil, "limit", "1 to 200"},
		"a cursor of no list":      {"GET", "claims?cursor=x", nil, "cursor", ""},
		"a query of no text":       {"GET", "sources?q=%ff", nil, "q", "byte 0"},
		"a long query":             {"GET", "sources?q=" + strings.Repeat("a", 1_001), nil, "q", "1,001"},
		"a long query of readers":  {"GET", "fact-checks?q=" + strings.Repeat("a", 1_001), nil, "q", "1,001"},
	} {
		t.Run(name, func(t *testing.T) {
			headers := []string{}
			if c.method == http.MethodPut {
				headers = append(headers, "If-Match", h.version(claim))
			}
			a := h.ask("editor", c.method, c.path, c.body, headers...)
			a.t = t
			a.want(http.StatusUnprocessableEntity).names(c.field, c.says)
		})
	}
}

func TestStatusesTellWhatHappened(t *testing.T) {
	h := open(t)
	claim := h.claim("The seat is empty")
	for name, c := range map[string]struct {
		who, method, path string
		body              any
		status            int
	}{
		"nobody":               {"", "GET", "claims", nil, http.StatusUnauthorized},
		"nobody writes":        {"", "POST", "claims", m{"text": "a"}, http.StatusUnauthorized},
		"an unknown address":   {"editor", "GET", "nowhere", nil, http.StatusNotFound},
		"no number":            {"editor", "GET", "claims/x", nil, http.StatusNotFound},
		"an unknown claim":     {"editor", "GET", "claims/999", nil, http.StatusNotFound},
		"an unknown source":    {"editor", "GET", "sources/999/text", nil, http.StatusNotFound},
		"unknown evidence":     {"editor", "DELETE", path(claim, "/evidence/999"), nil, http.StatusNotFound},
		"an unpublished check": {"", "GET", "fact-checks/nothing", nil, http.StatusNotFound},
		"odd bytes":            {"", "GET", "fact-checks/%ff", nil, http.StatusNotFound},
		"another method":       {"editor", "DELETE", "claims", nil, http.StatusMethodNotAllowed},
		"no JSON":              {"editor", "POST", "claims", `{"text":`, http.StatusBadRequest},
		"no body":              {"editor", "POST", "claims", nil, http.StatusBadRequest},
		"a large body":         {"editor", "POST", "claims", `{"text":"` + strings.Repeat("a", 5<<20) + `"}`, http.StatusRequestEntityTooLarge},
		"no version":           {"editor", "PUT", path(claim, "/article"), m{}, http.StatusPreconditionRequired},
	} {
		a := h.ask(c.who, c.method, c.path, c.body)
		a.call = name + ": " + a.call
		a.want(c.status)
		if c.status == http.StatusUnauthorized && !strings.HasPrefix(a.header.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s: no challenge", name)
		}
	}
	h.ask("editor", http.MethodPost, "claims", `{"text":"a"}`, "Content-Type", "text/plain").want(http.StatusUnsupportedMediaType)
	h.ask("", http.MethodGet, "claims", nil, "Authorization", "Bearer \xff").want(http.StatusUnauthorized)
	h.ask("", http.MethodGet, "claims", nil, "Authorization", "Basic YTpi").want(http.StatusUnauthorized)
}
