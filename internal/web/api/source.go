package api

import (
	"context"
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// sourceAbout is what can be said of a source when it is brought in.
type sourceAbout struct {
	Title       string   `json:"title,omitempty" nullable:"true" doc:"Guessed from the document when left out."`
	Publisher   string   `json:"publisher,omitempty" nullable:"true"`
	Authors     []string `json:"authors,omitempty" nullable:"true"`
	URL         string   `json:"url,omitempty" nullable:"true"`
	PublishedOn string   `json:"published_on,omitempty" nullable:"true" doc:"A day, such as 2023-09-14."`
	Language    string   `json:"language,omitempty" nullable:"true" doc:"BCP 47."`
	Kind        string   `json:"kind,omitempty" nullable:"true" doc:"One of: brief, article, transcript, law, statement, data, post, other."`
	Level       string   `json:"level,omitempty" nullable:"true" doc:"primary or secondary."`
	Access      string   `json:"access,omitempty" nullable:"true" doc:"public or excerpt."`
	Interest    string   `json:"interest,omitempty" nullable:"true" doc:"Who pays or controls it, what is at stake for it."`
	Text        string   `json:"text,omitempty" nullable:"true" doc:"The document as plain text; or html."`
	HTML        string   `json:"html,omitempty" nullable:"true" doc:"The document as a web page; or text."`
}

type sourceAsked struct {
	ID int64 `path:"id"`
}

type sourceSent struct {
	Repeatable
	Body sourceAbout
}

type sourceAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     source
}

type sourceQuery struct {
	Paged
	Query string `query:"q" doc:"Words of title, publisher or authors."`
}

type sourceList struct{ Body list[source] }

type passageList struct{ Body list[passage] }

type textAnswer struct {
	Type string `header:"Content-Type"`
	Body []byte
}

func (a *api) sources() {
	made := operation(http.MethodPost, "/sources", "add-source", "Bring in a source from its text or HTML")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.addSource)
	file := operation(http.MethodPost, "/sources/file", "add-source-file", "Bring in a source from a file")
	file.DefaultStatus = http.StatusCreated
	add(a, file, a.addSourceFile)
	add(a, operation(http.MethodGet, "/sources", "list-sources", "List the sources"), a.listSources)
	add(a, operation(http.MethodGet, "/sources/{id}", "get-source", "One source"), a.getSource)
	add(a, operation(http.MethodGet, "/sources/{id}/text", "get-source-text", "The normalised text of a source"), a.getText)
	add(a, operation(http.MethodGet, "/sources/{id}/passages", "list-passages", "The passages of a source's text"), a.listPassages)
}

func (a *api) addSource(ctx context.Context, k *call, in *sourceSent) (*sourceAnswer, error) {
	doc, err := document(in.Body)
	if err != nil {
		return nil, err
	}
	return a.bringIn(ctx, k, in.Key, k.sent(), in.Body, doc)
}

// document reads the one text that a source is sent with.
func document(b sourceAbout) (*factcheck.Document, error) {
	switch {
	case b.Text != "" && b.HTML != "":
		return nil, factcheck.Wrong("html", "Send the document as text or as html, not as both.")
	case b.HTML != "":
		return ingest.HTML([]byte(b.HTML), "")
	case b.Text != "":
		return ingest.Text([]byte(b.Text), "")
	}
	return nil, factcheck.Wrong("text", "The document is missing. Send it as text or as html.")
}

// bringIn stores a source. Sent tells one request from another.
func (a *api) bringIn(ctx context.Context, k *call, key, sent string, about sourceAbout, doc *factcheck.Document) (*sourceAnswer, error) {
	answer, err := once(ctx, key, sent, sourceOf, func(ctx context.Context) (factcheck.Source, error) {
		return a.room.AddSource(ctx, k.actor(), about.draft(), doc)
	})
	if err != nil {
		return nil, err
	}
	out := &sourceAnswer{Body: answer, ETag: tagOf(answer.Version), Location: a.room.URL(root + "/sources/" + strconv.FormatInt(answer.ID, 10))}
	return out, nil
}

func (b sourceAbout) draft() factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: b.Title, Publisher: b.Publisher, Authors: b.Authors, URL: b.URL, PublishedOn: b.PublishedOn,
		Language: b.Language, Kind: factcheck.SourceKind(b.Kind), Level: factcheck.Level(b.Level), Access: factcheck.Access(b.Access),
		Interest: b.Interest}
}

func (a *api) listSources(ctx context.Context, _ *call, in *sourceQuery) (*sourceList, error) {
	size, err := in.size()
	if err != nil {
		return nil, err
	}
	if err := clean(map[string]string{"q": in.Query, "cursor": in.Cursor}); err != nil {
		return nil, err
	}
	found, err := a.room.Sources(ctx, newsroom.SourceFilter{Query: in.Query, Cursor: in.Cursor, Limit: size})
	if err != nil {
		return nil, err
	}
	return &sourceList{page(found.Items, found.Next, sourceOf)}, nil
}

func (a *api) getSource(ctx context.Context, _ *call, in *sourceAsked) (*sourceAnswer, error) {
	found, err := a.room.Source(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &sourceAnswer{Body: sourceOf(found), ETag: tagOf(found.Version)}, nil
}

func (a *api) getText(ctx context.Context, _ *call, in *sourceAsked) (*textAnswer, error) {
	text, err := a.room.SourceText(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &textAnswer{Type: "text/plain; charset=utf-8", Body: []byte(text)}, nil
}

func (a *api) listPassages(ctx context.Context, _ *call, in *sourceAsked) (*passageList, error) {
	found, err := a.room.Passages(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &passageList{page(found, "", passageOf)}, nil
}
