package ingest

import (
	"encoding/json"
	"strings"
)

// linkedDepth is how deep schema.org data are looked through.
const linkedDepth = 6

// linkedData reads what schema.org JSON-LD says of the article of a page.
func (a *about) linkedData(text string) {
	var ld any
	if json.Unmarshal([]byte(text), &ld) == nil {
		a.linked(ld, 0)
	}
}

// linked looks for the thing that is an article: it may lie in a list, or in
// the graph of a page.
func (a *about) linked(ld any, depth int) {
	if depth > linkedDepth {
		return
	}
	switch ld := ld.(type) {
	case []any:
		for _, one := range ld {
			a.linked(one, depth+1)
		}
	case map[string]any:
		a.linked(ld["@graph"], depth+1)
		if written(ld["@type"]) {
			a.work(ld)
		}
	}
}

// written tells whether a schema.org type is of something that is written.
func written(kind any) bool {
	switch kind := kind.(type) {
	case string:
		kind = kind[strings.LastIndexAny(kind, "/:")+1:]
		return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" || kind == "WebPage" || kind == "CreativeWork" || kind == "ClaimReview" || kind == "Review"
	case []any:
		for _, one := range kind {
			if written(one) {
				return true
			}
		}
	}
	return false
}

// work takes what is told of an article. A page that the article lies on often
// tells of itself too, so the first of each stands.
func (a *about) work(ld map[string]any) {
	a.keep(textual(ld["datePublished"]), "ld:date")
	a.keep(textual(ld["headline"]), "ld:title")
	a.keep(textual(ld["inLanguage"]), "ld:language")
	a.keep(strings.Join(named(ld["publisher"]), ", "), "ld:publisher")
	a.keep(strings.Join(named(ld["author"]), ", "), "ld:author")
	a.keep(textual(ld["url"]), "ld:url")
}

func textual(v any) string {
	s, _ := v.(string)
	return s
}

// named are the names of the people or bodies of a property.
func named(v any) []string {
	switch v := v.(type) {
	case string:
		if strings.Contains(v, "://") {
			return nil
		}
		return []string{v}
	case map[string]any:
		return named(v["name"])
	case []any:
		var names []string
		for _, one := range v {
			names = append(names, named(one)...)
		}
		return names
	}
	return nil
}
