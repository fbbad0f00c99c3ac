package request

import (
	"net/url"
	"strings"
	"testing"
)

func TestTargetsStayOnThisSite(t *testing.T) {
	for typed, want := range map[string]string{
		"/desk/claims/7?tab=log#evidence-2": "/desk/claims/7?tab=log#evidence-2",
		"/":                                 "/",
		"/fact-checks/a%2Fb":                "/fact-checks/a%2Fb",
		"/desk?q=%D5%A5":                    "/desk?q=%D5%A5",
		"/desk//double":                     "/desk//double",
		"/desk?next=https://evil.example/":  "/desk?next=https://evil.example/",

		"":                                 desk,
		"desk":                             desk,
		"?q=x":                             desk,
		"//evil.example":                   desk,
		"//":                               desk,
		"///evil.example":                  desk,
		`/\evil.example`:                   desk,
		`\\evil.example`:                   desk,
		`/desk\..\..\evil`:                 desk,
		"/\t/evil.example":                 desk,
		"/\n/evil.example":                 desk,
		"/desk\r\nSet-Cookie: a=b":         desk,
		"/desk\x00":                        desk,
		"/desk\x7f":                        desk,
		"/%5Cevil.example":                 desk,
		"/%2Fevil.example":                 desk,
		"/%0d%0aSet-Cookie:a=b":            desk,
		"https://evil.example/desk":        desk,
		"https:evil.example":               desk,
		"javascript:alert(1)":              desk,
		"data:text/html,x":                 desk,
		" /desk":                           desk,
		"\u2028/desk":                      desk,
		"/desk/%zz":                        desk,
		"/desk/\xff":                       desk,
		"/" + strings.Repeat("a", maxPath): desk,
	} {
		if got := Path(typed); got != want {
			t.Errorf("%q leads to %q, want %q", typed, got, want)
		}
	}
}

func FuzzPath(f *testing.F) {
	f.Add("/desk?a=b#c")
	f.Add(`//\evil`)
	f.Fuzz(func(t *testing.T, typed string) {
		got := Path(typed)
		base, err := url.Parse("https://checks.example.org/desk/login")
		if err != nil {
			t.Fatal(err)
		}
		target, err := base.Parse(got)
		if err != nil || target.Host != base.Host || target.Scheme != base.Scheme || strings.HasPrefix(got, "//") || strings.Contains(got, `\`) {
			t.Errorf("%q leads to %q", typed, got)
		}
		if Path(got) != got && len(got) <= maxPath {
			t.Errorf("%q is not kept", got)
		}
	})
}
