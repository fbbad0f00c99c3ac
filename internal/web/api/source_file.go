package api

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/web/request"
)

// fileFields are the fields beside the file, as in sourceAbout; authors can be
// sent several times.
var fileFields = []string{"title", "publisher", "authors", "url", "published_on", "language", "kind", "level", "access", "interest"}

func (a *api) addSourceFile(ctx context.Context, k *call, in *struct{ Repeatable }) (*sourceAnswer, error) {
	form, err := request.Form(k.echo)
	if err != nil {
		return nil, err
	}
	if err := knownFields(form); err != nil {
		return nil, err
	}
	raw, name, err := form.File("file")
	if err != nil {
		return nil, err
	}
	doc, err := ingest.File(raw, name)
	if err != nil {
		return nil, err
	}
	about := sourceAbout{Title: form.Get("title"), Publisher: form.Get("publisher"), Authors: form.All("authors"), URL: form.Get("url"),
		PublishedOn: form.Get("published_on"), Language: form.Get("language"), Kind: form.Get("kind"), Level: form.Get("level"),
		Access: form.Get("access"), Interest: form.Get("interest")}
	return a.bringIn(ctx, k, in.Key, "POST file\n"+fmt.Sprintf("%q %s %q", about, factcheck.HashOf(raw), name), about, doc)
}

// knownFields refuses fields and files that there are not.
func knownFields(form request.Values) error {
	var wrong *factcheck.Error
	names := slices.Sorted(maps.Keys(form.Fields()))
	for _, name := range append(names, form.Files()...) {
		if slices.Contains(fileFields, name) || name == "file" {
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

// fileBody describes the form with a file.
func fileBody() *huma.RequestBody {
	fields := map[string]*huma.Schema{"file": {Type: "string", Format: "binary", Description: "A file in UTF-8 that ends with .txt, .md or .html."}}
	for _, name := range fileFields {
		fields[name] = &huma.Schema{Type: "string"}
	}
	fields["authors"] = &huma.Schema{Type: "array", Items: &huma.Schema{Type: "string"}}
	schema := &huma.Schema{Type: "object", Properties: fields, Required: []string{"file"}, AdditionalProperties: false}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
}
