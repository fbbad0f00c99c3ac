package api

import (
	"time"

	"claimdesk/internal/factcheck"
)

// source is a source as it is answered.
type source struct {
	ID          int64           `json:"id"`
	Version     int64           `json:"version"`
	Title       string          `json:"title"`
	Publisher   string          `json:"publisher"`
	Authors     []string        `json:"authors"`
	URL         string          `json:"url"`
	PublishedOn string          `json:"published_on" doc:"A day, such as 2023-09-14, or empty."`
	Language    string          `json:"language" doc:"BCP 47."`
	Kind        string          `json:"kind" enum:"brief,article,transcript,law,statement,data,post,other"`
	Level       string          `json:"level" enum:"primary,secondary"`
	Access      string          `json:"access" enum:"public,excerpt,protected"`
	Users       []int64         `json:"access_users" doc:"Who may see it while it is protected."`
	Description string          `json:"public_description" doc:"What readers are told of it while it is protected."`
	Because     string          `json:"protected_because"`
	Interest    string          `json:"interest"`
	RestsOn     optional[int64] `json:"rests_on" doc:"The source that it repeats."`
	ArchivedURL string          `json:"archived_url"`
	Quotes      int             `json:"quotes" doc:"Pieces of evidence that are quoted from it now."`
	Snapshot    snapshot        `json:"snapshot"`
	CreatedAt   time.Time       `json:"created_at"`
	UpdatedAt   time.Time       `json:"updated_at"`
}

// snapshot is a stored copy of a source as it is answered.
type snapshot struct {
	ID          int64               `json:"id"`
	SHA256      string              `json:"sha256" doc:"Of the original bytes, in hex."`
	TextSHA256  string              `json:"text_sha256" doc:"Of the normalised text's UTF-8, in hex."`
	MediaType   string              `json:"media_type" doc:"Of the original bytes."`
	Size        int                 `json:"size" doc:"Of the original, in bytes."`
	Length      int                 `json:"length" doc:"Of the normalised text, in code points."`
	Passages    int                 `json:"passages" doc:"How many there are."`
	RetrievedAt time.Time           `json:"retrieved_at"`
	Retrieval   optional[retrieval] `json:"retrieval" doc:"How it was fetched; null when its text or file was sent."`
	Lost        []string            `json:"lost" doc:"Sentences: what of the original the text does not hold."`
}

// retrieval is how a copy was fetched.
type retrieval struct {
	URL       string   `json:"url" doc:"As it was asked for."`
	FinalURL  string   `json:"final_url" doc:"Which answered."`
	Redirects []string `json:"redirects" doc:"From the second address on; the last is final_url."`
}

func sourceOf(s factcheck.Source) source {
	return source{ID: s.ID, Version: s.Version, Title: s.Title, Publisher: s.Publisher, Authors: texts(s.Authors), URL: s.URL,
		PublishedOn: string(s.PublishedOn), Language: s.Language, Kind: string(s.Kind), Level: string(s.Level),
		Access: string(s.Access), Users: idsOf(s.Users), Description: s.Description, Because: s.Because, Interest: s.Interest,
		RestsOn: idOf(s.RestsOn), ArchivedURL: s.ArchivedURL, Quotes: s.Quotes, Snapshot: snapshotOf(s.Snapshot),
		CreatedAt: s.CreatedAt.UTC(), UpdatedAt: s.UpdatedAt.UTC()}
}

// idsOf are ids, an empty list for none.
func idsOf(ids []int64) []int64 {
	if ids == nil {
		return []int64{}
	}
	return ids
}

func snapshotOf(s factcheck.Snapshot) snapshot {
	return snapshot{ID: s.ID, SHA256: s.SHA256, TextSHA256: s.TextSHA256, MediaType: s.MediaType, Size: s.Size,
		Length: s.Length, Passages: s.Passages, RetrievedAt: s.RetrievedAt.UTC(), Retrieval: retrievalOf(s.Retrieval), Lost: texts(s.Lost)}
}

func retrievalOf(r *factcheck.Retrieval) optional[retrieval] {
	if r == nil {
		return optional[retrieval]{}
	}
	return some(retrieval{URL: r.URL, FinalURL: r.FinalURL, Redirects: texts(r.Redirects)})
}
