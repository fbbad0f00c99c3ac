package request

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

const pairs = "application/x-www-form-urlencoded"

// sent is a context whose request carries a body.
func sent(target, contentType, body string) echo.Context {
	r := httptest.NewRequest("POST", target, strings.NewReader(body))
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	return echo.New().NewContext(r, httptest.NewRecorder())
}

const parts = "multipart/form-data; boundary=b"

func part(disposition, content string) string {
	return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n"
}

func TestFormReadsTheBodyAndNotTheAddress(t *testing.T) {
	c := sent("/?text=address&only=address", pairs, "text=body&topics=a&topics=b&n=+12+&bad=12x&tick=yes&untick=no&empty=")
	v, err := Form(c)
	if err != nil {
		t.Fatal(err)
	}
	if v.Get("text") != "body" || v.Has("only") || v.Get("only") != "" {
		t.Errorf("fields: %v", v.Fields())
	}
	if all := v.All("topics"); len(all) != 2 || all[1] != "b" {
		t.Errorf("topics: %v", all)
	}
	if v.Int("n") != 12 || v.Int("bad") != 0 || v.Int("none") != 0 {
		t.Error("numbers are read wrongly")
	}
	if !v.On("tick") || v.On("untick") || v.On("none") || !v.Has("empty") {
		t.Error("boxes are read wrongly")
	}
	if again, err := Form(c); err != nil || again.Get("text") != "body" {
		t.Errorf("a second reading gives %v, %v", again.Fields(), err)
	}
}

func TestASecondFileOfAFieldIsRefusedAndNotDropped(t *testing.T) {
	body := part(`name="file"; filename="a.txt"`, "a") + part(`name="file"; filename=""`, "") + part(`name="file"; filename="b.txt"`, "b") + "--b--\r\n"
	_, err := Form(sent("/", parts, body))
	if problems := factcheck.Problems(err); len(problems) != 1 || problems[0].Field != "file" {
		t.Errorf("two files give %v", err)
	}
}

func TestFormReadsFiles(t *testing.T) {
	body := part(`name="title"`, "Brief") + part(`name="file"; filename="C:/x/brief.txt"`, "\xff\x00bytes") +
		part(`name="none"; filename=""`, "") + "--b--\r\n"
	v, err := Form(sent("/", parts, body))
	if err != nil {
		t.Fatal(err)
	}
	data, name, err := v.File("file")
	if err != nil || name != "brief.txt" || string(data) != "\xff\x00bytes" || v.Get("title") != "Brief" {
		t.Errorf("%q, %q, %v", data, name, err)
	}
	if _, _, err := v.File("none"); factcheck.Problems(err) == nil || v.Has("none") {
		t.Errorf("no file was chosen, and yet: %v", err)
	}
}

func TestFormRefusesWhatIsNotUTF8ByFieldAndByte(t *testing.T) {
	for _, c := range []echo.Context{
		sent("/", pairs, "ok=1&text=abc%FFd"),
		sent("/", pairs, "ok=1&text=abc\xffd"),
		sent("/", parts, part(`name="text"`, "abc\xffd")+"--b--\r\n"),
	} {
		_, err := Form(c)
		problems := factcheck.Problems(err)
		if len(problems) != 1 || problems[0].Field != "text" || !strings.Contains(problems[0].Message, "byte 3") {
			t.Errorf("got %v", err)
		}
	}
}

func TestFormRefusesTooManyFields(t *testing.T) {
	many := strings.Repeat(part(`name="a"`, "x"), maxFields+1) + "--b--\r\n"
	for _, c := range []echo.Context{sent("/", pairs, strings.Repeat("a=1&", maxFields+1)), sent("/", parts, many)} {
		if _, err := Form(c); factcheck.Problems(err) == nil {
			t.Errorf("got %v", err)
		}
	}
	if v, err := Form(sent("/", pairs, strings.Repeat("a=1&", maxFields))); err != nil || len(v.All("a")) != maxFields {
		t.Errorf("the most that fit: %v", err)
	}
}

func TestBrokenBodiesAreTheClientsFault(t *testing.T) {
	for name, row := range map[string]struct {
		contentType, body string
		status            int
	}{
		"bad escape":       {pairs, "a=%zz", 400},
		"cut off":          {parts, part(`name="a"`, "x"), 400},
		"no boundary":      {"multipart/form-data", "x", 415},
		"JSON":             {"application/json", "{}", 415},
		"no type":          {"", "a=1", 415},
		"a type in pieces": {";;", "a=1", 415},
	} {
		_, err := Form(sent("/", row.contentType, row.body))
		var he *echo.HTTPError
		if !errors.As(err, &he) || he.Code != row.status {
			t.Errorf("%s: %v, want %d", name, err, row.status)
		}
	}
	if v, err := Form(sent("/", "", "")); err != nil || len(v.Fields()) != 0 {
		t.Errorf("no body at all: %v", err)
	}
}

func TestABodyOverItsLimitKeepsItsError(t *testing.T) {
	for contentType, body := range map[string]string{
		pairs: "a=" + strings.Repeat("x", 100),
		parts: part(`name="a"`, strings.Repeat("x", 100)) + "--b--\r\n",
	} {
		c := sent("/", contentType, body)
		c.Request().Body = http.MaxBytesReader(nil, c.Request().Body, 90)
		_, err := Form(c)
		var large *http.MaxBytesError
		if !errors.As(err, &large) {
			t.Errorf("%s: %v", contentType, err)
		}
	}
}

func FuzzForm(f *testing.F) {
	f.Add(pairs, "a=1&b=%D5%A5&a=2")
	f.Add(parts, part(`name="title"`, "Brief")+part(`name="file"; filename="x.txt"`, "x")+"--b--\r\n")
	f.Fuzz(func(t *testing.T, contentType, body string) {
		v, err := Form(sent("/", contentType, body))
		if err != nil {
			return
		}
		for name, values := range v.Fields() {
			for _, value := range append(values, name) {
				if factcheck.InvalidAt(value) >= 0 {
					t.Errorf("%q is let through", value)
				}
			}
		}
	})
}
