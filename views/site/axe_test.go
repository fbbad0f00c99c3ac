package site

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"claimdesk/internal/web/browsertest"
	"claimdesk/static"
)

func TestAxeFindsNothingSeriousOnAnyPage(t *testing.T) {
	browser := browsertest.New(t)
	mux := http.NewServeMux()
	mux.Handle("/static/", static.Handler())
	pages := everyPage()
	for name, page := range pages {
		mux.HandleFunc("/"+name, func(w http.ResponseWriter, r *http.Request) {
			if err := page.Render(r.Context(), w); err != nil {
				t.Error(err)
			}
		})
	}
	server := httptest.NewServer(mux)
	defer server.Close()
	for look, o := range map[string]browsertest.Options{"light": {Width: 1280, Height: 900}, "dark": {Width: 1280, Height: 900, Dark: true}, "narrow": {Width: 320, Height: 700}} {
		p := browser.Page(t, o)
		for name := range pages {
			p.Navigate(server.URL + "/" + name)
			p.Axe(name + " " + look)
		}
	}
}
