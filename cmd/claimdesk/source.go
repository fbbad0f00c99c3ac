package main

import (
	"claimdesk/internal/factcheck"
)

type sourceCommands struct {
	Add   sourceAddCommand   `cmd:"" help:"Bring in a document."`
	Share sourceShareCommand `cmd:"" help:"Let more people see a protected source."`
}

// source is a source as the commands print one.
type source struct {
	ID          int64    `json:"id"`
	Version     int64    `json:"version"`
	Title       string   `json:"title"`
	Publisher   string   `json:"publisher"`
	Authors     []string `json:"authors"`
	URL         string   `json:"url"`
	PublishedOn string   `json:"published_on"`
	Language    string   `json:"language"`
	Kind        string   `json:"kind"`
	Level       string   `json:"level"`
	Access      string   `json:"access"`
	Snapshot    snapshot `json:"snapshot"`
}

// snapshot is a stored copy; Passages is how many it has.
type snapshot struct {
	ID         int64  `json:"id"`
	SHA256     string `json:"sha256"`
	TextSHA256 string `json:"text_sha256"`
	Passages   int    `json:"passages"`
}

func sourceOf(s factcheck.Source) source {
	return source{ID: s.ID, Version: s.Version, Title: s.Title, Publisher: s.Publisher, Authors: append([]string{}, s.Authors...),
		URL: s.URL, PublishedOn: string(s.PublishedOn), Language: s.Language, Kind: string(s.Kind), Level: string(s.Level),
		Access: string(s.Access), Snapshot: snapshot{ID: s.Snapshot.ID, SHA256: s.Snapshot.SHA256,
			TextSHA256: s.Snapshot.TextSHA256, Passages: s.Snapshot.Passages}}
}
