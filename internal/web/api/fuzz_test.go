package api_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCalls sends whatever body to the calls that take one: nothing that a
// client sends may be answered as our fault.
func FuzzCalls(f *testing.F) {
	h := open(f)
	h.source()
	claim := h.ready()
	calls := []string{"POST claims", "PATCH " + path(claim, ""), "POST " + path(claim, "/evidence"), "PUT " + path(claim, "/verdict"),
		"PUT " + path(claim, "/article"), "POST " + path(claim, "/submit"), "POST " + path(claim, "/return"), "POST " + path(claim, "/publish"),
		"POST " + path(claim, "/drop"), "POST sources", "POST sources/file", "GET claims?q=", "GET fact-checks?q="}
	for i, body := range []string{`{"text":"a","claimant":{"name":"b"},"appearances":[{"url":"https://example.org"}]}`, `{"claimant":null,"topics":["a"]}`,
		`{"source_id":1,"exact":"The seat is empty.","suffix":"Nobody","stance":"refutes"}`, `{"rating":"misinterpreted","misread":{"kind":"event"},"evidence_ids":[1]}`,
		`{"headline":"a","slug":"b","body":"[1] [2](javascript:x)"}`, `{"note":"a"}`, `null`, `{"class":"minor"}`, `{"reason":"opinion"}`,
		`{"html":"<p>a","title":"b","authors":["c"]}`, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\na\r\n--b--\r\n", "\"seat*", "-x OR ("} {
		f.Add(uint8(i), body)
	}
	f.Fuzz(func(t *testing.T, which uint8, body string) {
		method, where, _ := strings.Cut(calls[int(which)%len(calls)], " ")
		if method == "GET" {
			where, body = where+escaped(body), ""
		}
		here := *h
		here.t = t
		r := httptest.NewRequest(method, "/api/v1/"+where, strings.NewReader(body))
		r.Header.Set("Authorization", "Bearer "+h.tokens["admin"])
		r.Header.Set("If-Match", here.version(claim))
		r.Header.Set("Content-Type", "application/json")
		if strings.HasSuffix(where, "/file") {
			r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
		}
		w := httptest.NewRecorder()
		h.server.ServeHTTP(w, r)
		if w.Code >= 500 || !utf8.Valid(w.Body.Bytes()) {
			t.Fatalf("%s %s with %q: %d %s", method, where, body, w.Code, w.Body)
		}
	})
}

// escaped is a text as a query value has it.
func escaped(text string) string {
	const digits = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(text) {
		out.WriteString("%" + string(digits[text[i]>>4]) + string(digits[text[i]&15]))
	}
	return out.String()
}
