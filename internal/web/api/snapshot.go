package api

import (
	"context"
	"fmt"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
)

type snapshotSent struct {
	Repeatable
	ID   int64 `path:"id"`
	Body Given
}

type snapshotFileSent struct {
	Repeatable
	ID int64 `path:"id"`
}

// Source is a source under a name by which its fields are found in another
// struct.
type Source = source

// renewed is a source whose newest copy has just been looked at.
type renewed struct {
	Source
	New   bool  `json:"new" doc:"False when the newest copy was of the same bytes with the same text: none was added."`
	Fates fates `json:"fates" doc:"What became of the quotes that were taken from older copies."`
}

// fates are numbers of quotes.
type fates struct {
	Unchanged int `json:"unchanged"`
	Moved     int `json:"moved" doc:"The same words stand elsewhere in the text."`
	Altered   int `json:"altered" doc:"The nearest passage differs."`
	Gone      int `json:"gone"`
}

type renewedAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     renewed
}

type snapshotList struct{ Body list[snapshot] }

func (a *api) snapshots() {
	made := operation(http.MethodPost, "/sources/{id}/snapshots", "add-snapshot", "Store a newer copy of a source, and look for its quotes in it")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.addSnapshot)
	file := operation(http.MethodPost, "/sources/{id}/snapshots/file", "add-snapshot-file", "The same from a file")
	file.DefaultStatus = http.StatusCreated
	add(a, file, a.addSnapshotFile)
	add(a, operation(http.MethodGet, "/sources/{id}/snapshots", "list-snapshots", "All copies of a source, newest first"), a.listSnapshots)
}

func (a *api) addSnapshot(ctx context.Context, k *call, in *snapshotSent) (*renewedAnswer, error) {
	return a.renew(ctx, k, in.Key, k.sent(), in.ID, func(ctx context.Context) (*factcheck.Document, error) {
		return a.document(ctx, k, factcheck.Import{SourceID: in.ID}, in.Body)
	})
}

func (a *api) addSnapshotFile(ctx context.Context, k *call, in *snapshotFileSent) (*renewedAnswer, error) {
	form, err := request.Form(k.echo)
	if err != nil {
		return nil, err
	}
	if err := knownFields(form, nil); err != nil {
		return nil, err
	}
	raw, name, err := form.File("file")
	if err != nil {
		return nil, err
	}
	sent := k.sent() + fmt.Sprintf("%s %q", factcheck.HashOf(raw), name)
	return a.renew(ctx, k, in.Key, sent, in.ID, func(ctx context.Context) (*factcheck.Document, error) {
		return a.file(ctx, k, factcheck.Import{SourceID: in.ID}, raw, name)
	})
}

// renew reads a document and stores it as a newer copy. Sent tells one request
// from another.
func (a *api) renew(ctx context.Context, k *call, key, sent string, id int64, read reading) (*renewedAnswer, error) {
	answer, err := once(ctx, key, sent, renewedOf, func(ctx context.Context) (newsroom.Renewed, error) {
		doc, err := read(ctx)
		if err != nil {
			return newsroom.Renewed{}, err
		}
		return a.room.AddSnapshot(ctx, k.actor(), id, doc)
	})
	if err != nil {
		return nil, err
	}
	return &renewedAnswer{Body: answer, ETag: tagOf(answer.Version), Location: a.addressOf(answer.Source)}, nil
}

func renewedOf(n newsroom.Renewed) renewed {
	return renewed{Source: sourceOf(n.Source), New: n.New, Fates: fates(n.Fates)}
}

func (a *api) listSnapshots(ctx context.Context, k *call, in *sourceAsked) (*snapshotList, error) {
	found, err := a.room.Snapshots(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	return &snapshotList{page(found, "", snapshotOf)}, nil
}
