package api

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
)

// reading gives a document, which it may have to fetch first.
type reading func(context.Context) (*factcheck.Document, error)

// Given is a document as it is sent in JSON: exactly one of three.
type Given struct {
	Text     string `json:"text,omitempty" nullable:"true" doc:"The document as plain text; or html, or fetch_url."`
	HTML     string `json:"html,omitempty" nullable:"true" doc:"The document as a web page; or text, or fetch_url."`
	FetchURL string `json:"fetch_url,omitempty" nullable:"true" doc:"The address of a web page, a text, a PDF or a Word document (.docx), which is fetched; or text, or html."`
}

// document reads what was sent, or fetches it. M says what it is for.
func (a *api) document(ctx context.Context, k *call, m factcheck.Import, g Given) (*factcheck.Document, error) {
	field, more := "", false
	for _, f := range []struct{ name, value string }{{"text", g.Text}, {"html", g.HTML}, {"fetch_url", g.FetchURL}} {
		if f.value != "" {
			field, more = f.name, field != ""
		}
		if more {
			return nil, factcheck.Wrong(field, "Send the document as text, as html or as fetch_url, not as more than one of them.")
		}
	}
	switch field {
	case "text":
		return ingest.Text([]byte(g.Text), "")
	case "html":
		return a.room.ReadNow(ctx, k.actor(), m, []byte(g.HTML), nil) // in its turn: much memory goes into a page
	case "fetch_url":
		m.Address = g.FetchURL
		return a.room.ReadNow(ctx, k.actor(), m, nil, nil)
	}
	return nil, factcheck.Wrong("text", "The document is missing. Send it as text, as html, or its address as fetch_url.")
}

// file reads an uploaded file. M says what it is for.
func (a *api) file(ctx context.Context, k *call, m factcheck.Import, raw []byte, name string) (*factcheck.Document, error) {
	if m.FileName = name; name == "" {
		m.FileName = "The file"
	}
	return a.room.ReadNow(ctx, k.actor(), m, raw, nil)
}
