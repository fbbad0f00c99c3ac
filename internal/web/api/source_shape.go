package api

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// source is a source as it is answered.
type source struct {
	ID          int64     `json:"id"`
	Version     int64     `json:"version"`
	Title       string    `json:"title"`
	Publisher   string    `json:"publisher"`
	Authors     []string  `json:"authors"`
	URL         string    `json:"url"`
	PublishedOn string    `json:"published_on" doc:"A day, such as 2023-09-14, or empty."`
	Language    string    `json:"language" doc:"BCP 47."`
	Kind        string    `json:"kind" enum:"brief,article,transcript,law,statement,data,post,other"`
	Level       string    `json:"level" enum:"primary,secondary"`
	Access      string    `json:"access" enum:"public,excerpt"`
	Interest    string    `json:"interest"`
	Quotes      int       `json:"quotes" doc:"Pieces of evidence that are quoted from it now."`
	Snapshot    snapshot  `json:"snapshot"`
	CreatedAt   time.Time `json:"created_at"`
	UpdatedAt   time.Time `json:"updated_at"`
}

// snapshot is a stored copy of a source as it is answered.
type snapshot struct {
	ID          int64     `json:"id"`
	SHA256      string    `json:"sha256" doc:"Of the original bytes, in hex."`
	TextSHA256  string    `json:"text_sha256" doc:"Of the normalised text's UTF-8, in hex."`
	MediaType   string    `json:"media_type"`
	Size        int       `json:"size" doc:"Of the original, in bytes."`
	Length      int       `json:"length" doc:"Of the normalised text, in code points."`
	Passages    int       `json:"passages" doc:"How many there are."`
	RetrievedAt time.Time `json:"retrieved_at"`
}

// passage is a block of a source's text; start and end are code points.
type passage struct {
	Number int    `json:"number"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Kind   string `json:"kind" enum:"paragraph,heading,item"`
	Text   string `json:"text"`
}

func sourceOf(s factcheck.Source) source {
	return source{ID: s.ID, Version: s.Version, Title: s.Title, Publisher: s.Publisher, Authors: texts(s.Authors), URL: s.URL,
		PublishedOn: string(s.PublishedOn), Language: s.Language, Kind: string(s.Kind), Level: string(s.Level),
		Access: string(s.Access), Interest: s.Interest, Quotes: s.Quotes, Snapshot: snapshotOf(s.Snapshot),
		CreatedAt: s.CreatedAt.UTC(), UpdatedAt: s.UpdatedAt.UTC()}
}

func snapshotOf(s factcheck.Snapshot) snapshot {
	return snapshot{ID: s.ID, SHA256: s.SHA256, TextSHA256: s.TextSHA256, MediaType: s.MediaType, Size: s.Size,
		Length: s.Length, Passages: s.Passages, RetrievedAt: s.RetrievedAt.UTC()}
}

func passageOf(p quote.Passage) passage {
	return passage{Number: p.Number, Start: p.Start, End: p.End, Kind: string(p.Kind), Text: p.Text}
}
