package api

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
)

// fileFields are the fields beside the file, as in sourceAbout; authors and
// access_users can be sent several times.
var fileFields = []string{"title", "publisher", "authors", "url", "published_on", "language", "kind", "level", "access", "access_users",
	"public_description", "protected_because", "interest", "rests_on", "archived_url"}

func (a *api) addSourceFile(ctx context.Context, k *call, in *struct{ Repeatable }) (*sourceAnswer, error) {
	form, err := request.Form(k.echo)
	if err != nil {
		return nil, err
	}
	if err := knownFields(form, fileFields); err != nil {
		return nil, err
	}
	raw, name, err := form.File("file")
	if err != nil {
		return nil, err
	}
	about, err := aboutIn(form)
	if err != nil {
		return nil, err
	}
	sent := "POST file\n" + fmt.Sprintf("%#v %s %q", about, factcheck.HashOf(raw), name)
	return a.bringIn(ctx, k, in.Key, sent, about, func(ctx context.Context) (*factcheck.Document, error) {
		return a.file(ctx, k, factcheck.Import{Draft: about.draft()}, raw, name)
	})
}

// aboutIn is what a form says of a source.
func aboutIn(form request.Values) (sourceAbout, error) {
	about := sourceAbout{Title: form.Get("title"), Publisher: form.Get("publisher"), Authors: form.All("authors"), URL: form.Get("url"),
		PublishedOn: form.Get("published_on"), Language: form.Get("language"), Kind: form.Get("kind"), Level: form.Get("level"),
		Access: form.Get("access"), Interest: form.Get("interest"), ArchivedURL: form.Get("archived_url"),
		Description: form.Get("public_description"), Because: form.Get("protected_because")}
	var err error
	if about.RestsOn, err = idIn("rests_on", form.Get("rests_on")); err != nil {
		return about, err
	}
	for _, text := range form.All("access_users") {
		id, err := idIn("access_users", text)
		if err != nil {
			return about, err
		}
		about.Users = append(about.Users, id)
	}
	return about, nil
}

// idIn reads an id in a form; 0 for an empty text.
func idIn(field, text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id < 1 {
		return 0, factcheck.Wrong(field, "%q is not a number that anything here has.", text)
	}
	return id, nil
}

// knownFields refuses fields and files that there are not.
func knownFields(form request.Values, known []string) error {
	var wrong *factcheck.Error
	names := slices.Sorted(maps.Keys(form.Fields()))
	for _, name := range append(names, form.Files()...) {
		if slices.Contains(known, name) || name == "file" {
			continue
		}
		unknown := factcheck.Wrong(name, "There is no such field. Take it out, or look how it is written.")
		if wrong == nil {
			wrong = unknown
		} else {
			wrong.Fields = append(wrong.Fields, unknown.Fields...)
		}
	}
	if wrong == nil {
		return nil
	}
	return wrong
}

// fileBody describes the form with a file, and with such fields beside it.
func fileBody(names []string) *huma.RequestBody {
	fields := map[string]*huma.Schema{"file": {Type: "string", Format: "binary", Description: "A file that ends with .txt, .md, .html, .pdf or .docx."}}
	for _, name := range names {
		fields[name] = &huma.Schema{Type: "string"}
		switch name {
		case "access_users":
			fields[name] = &huma.Schema{Type: "array", Items: &huma.Schema{Type: "integer"}}
		case "authors":
			fields[name] = &huma.Schema{Type: "array", Items: &huma.Schema{Type: "string"}}
		}
	}
	schema := &huma.Schema{Type: "object", Properties: fields, Required: []string{"file"}, AdditionalProperties: false}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
}
