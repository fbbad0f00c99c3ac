package api

import (
	"context"
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
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
	Access      string   `json:"access,omitempty" nullable:"true" doc:"public, excerpt or protected."`
	Users       []int64  `json:"access_users,omitempty" nullable:"true" doc:"Who may see it while it is protected: ids of users. Whoever sends it is always one."`
	Description string   `json:"public_description,omitempty" nullable:"true" doc:"Needed when it is protected: what readers are told of it."`
	Because     string   `json:"protected_because,omitempty" nullable:"true" doc:"Why it is protected, for readers."`
	Interest    string   `json:"interest,omitempty" nullable:"true" doc:"Who pays or controls it, what is at stake for it."`
	RestsOn     int64    `json:"rests_on,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991" doc:"The source that it repeats."`
	ArchivedURL string   `json:"archived_url,omitempty" nullable:"true"`
	Given
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

type textAnswer struct {
	Type string `header:"Content-Type"`
	Body []byte
}

func (a *api) sources() {
	made := operation(http.MethodPost, "/sources", "add-source", "Bring in a source from its text, its HTML or its address")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.addSource)
	file := operation(http.MethodPost, "/sources/file", "add-source-file", "Bring in a source from a file")
	file.DefaultStatus = http.StatusCreated
	add(a, file, a.addSourceFile)
	a.snapshots()
	add(a, operation(http.MethodGet, "/sources", "list-sources", "List the sources"), a.listSources)
	add(a, operation(http.MethodGet, "/sources/{id}", "get-source", "One source"), a.getSource)
	add(a, operation(http.MethodGet, "/sources/{id}/text", "get-source-text", "The normalised text of a source"), a.getText)
	add(a, operation(http.MethodGet, "/sources/{id}/passages", "list-passages", "The passages of a source's text, or those that bear on a claim, the best first"), a.listPassages)
}

func (a *api) addSource(ctx context.Context, k *call, in *sourceSent) (*sourceAnswer, error) {
	return a.bringIn(ctx, k, in.Key, k.sent(), in.Body, func(ctx context.Context) (*factcheck.Document, error) {
		return a.document(ctx, k, factcheck.Import{Draft: in.Body.draft()}, in.Body.Given)
	})
}

// bringIn reads a document and stores it as a source. Sent tells one request
// from another.
func (a *api) bringIn(ctx context.Context, k *call, key, sent string, about sourceAbout, read reading) (*sourceAnswer, error) {
	answer, err := once(ctx, key, sent, sourceOf, func(ctx context.Context) (factcheck.Source, error) {
		doc, err := read(ctx)
		if err != nil {
			return factcheck.Source{}, err
		}
		return a.room.AddSource(ctx, k.actor(), about.draft(), doc)
	})
	if err != nil {
		return nil, err
	}
	return &sourceAnswer{Body: answer, ETag: tagOf(answer.Version), Location: a.addressOf(answer)}, nil
}

// addressOf is where a source can be asked for.
func (a *api) addressOf(s source) string {
	return a.room.URL(root + "/sources/" + strconv.FormatInt(s.ID, 10))
}

func (b sourceAbout) draft() factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: b.Title, Publisher: b.Publisher, Authors: b.Authors, URL: b.URL, PublishedOn: b.PublishedOn,
		Language: b.Language, Kind: factcheck.SourceKind(b.Kind), Level: factcheck.Level(b.Level), Access: factcheck.Access(b.Access),
		Interest: b.Interest, RestsOn: b.RestsOn, ArchivedURL: b.ArchivedURL, Users: b.Users, Description: b.Description, Because: b.Because}
}

func (a *api) listSources(ctx context.Context, k *call, in *sourceQuery) (*sourceList, error) {
	size, err := in.size()
	if err != nil {
		return nil, err
	}
	if err := clean(map[string]string{"q": in.Query, "cursor": in.Cursor}); err != nil {
		return nil, err
	}
	found, err := a.room.Sources(ctx, k.actor(), newsroom.SourceFilter{Query: in.Query, Cursor: in.Cursor, Limit: size})
	if err != nil {
		return nil, err
	}
	return &sourceList{page(found.Items, found.Next, sourceOf)}, nil
}

func (a *api) getSource(ctx context.Context, k *call, in *sourceAsked) (*sourceAnswer, error) {
	found, err := a.room.Source(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	return &sourceAnswer{Body: sourceOf(found), ETag: tagOf(found.Version)}, nil
}

func (a *api) getText(ctx context.Context, k *call, in *sourceAsked) (*textAnswer, error) {
	text, err := a.room.SourceText(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	return &textAnswer{Type: "text/plain; charset=utf-8", Body: []byte(text)}, nil
}
