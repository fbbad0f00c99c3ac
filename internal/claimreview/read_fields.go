package claimreview

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// found takes the fields out of a ClaimReview, in whichever of the known ways
// they are written.
func found(n node) Found {
	item := object(first(n["itemReviewed"]))
	author := first(n["author"])
	f := Found{OtherReview: factcheck.OtherReview{
		URL:       cmp.Or(linkIn(n["url"]), linkIn(n["mainEntityOfPage"]), linkIn(n["@id"])),
		Publisher: cmp.Or(nameOf(author), nameOf(first(n["publisher"])), nameOf(first(n["sourceOrganization"]))),
		Title:     cmp.Or(plain(n["headline"]), plain(n["name"])),
		Claim:     cmp.Or(plain(n["claimReviewed"]), plain(item["text"]), plain(item["name"]), plain(item["headline"])),
		ClaimedOn: cmp.Or(day(item["datePublished"]), day(item["dateCreated"])), ReviewedOn: cmp.Or(day(n["datePublished"]), day(n["dateCreated"])),
		Language: tongue(n["inLanguage"]),
	}}
	if id := text(n["@id"]); factcheck.WebAddress(id) {
		f.IRI = id
	}
	f.AuthorURL = cmp.Or(linkIn(object(author)["url"]), linkIn(object(author)["@id"]))
	f.Rating, f.Value, f.Best, f.Worst = rated(object(first(n["reviewRating"])), first(n["reviewRating"]))
	f.Speaker = speaker(item["author"])
	f.Claimant = f.Speaker.Name
	f.Seen = seen(item)
	f.Retracted = retracted(f.Rating) || retracted(text(n["creativeWorkStatus"]))
	return f
}

// speaker is who said a claim: the first of several, whose names are put
// together.
func speaker(value any) factcheck.ClaimantDraft {
	var d factcheck.ClaimantDraft
	var names []string
	for i, v := range list(value) {
		if name := nameOf(v); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
		n := object(v)
		if i > 0 {
			continue
		}
		for _, t := range texts(n["@type"]) {
			if strings.HasSuffix(t, "Organization") {
				d.Kind = factcheck.Organisation
			}
		}
		d.SameAs = append(linksIn(n["sameAs"]), linksIn(n["url"])...)
	}
	d.Name = strings.Join(names, ", ")
	if d.Name == "" {
		return factcheck.ClaimantDraft{}
	}
	return d
}

// seen are the places where a claim was seen.
func seen(item node) []factcheck.AppearanceDraft {
	var drafts []factcheck.AppearanceDraft
	add := func(url, outlet, archived string) {
		for _, d := range drafts {
			if d.URL == url && (url != "" || d.Outlet == outlet) {
				return
			}
		}
		if len(drafts) < factcheck.MaxAppearances && (url != "" || outlet != "") {
			drafts = append(drafts, factcheck.AppearanceDraft{URL: url, Outlet: outlet, ArchivedURL: archived})
		}
	}
	for _, key := range []string{"firstAppearance", "appearance"} {
		for _, v := range list(item[key]) {
			n := object(v)
			outlet := cmp.Or(nameOf(first(n["publisher"])), plain(n["name"]))
			urls := append(linksIn(n["url"]), linksIn(n["@id"])...)
			if n == nil {
				urls = linksIn(v)
			}
			if len(urls) == 0 {
				add("", outlet, linkIn(n["archivedAt"]))
			}
			for _, url := range urls {
				add(url, outlet, linkIn(n["archivedAt"]))
			}
		}
	}
	return drafts
}

// rated is what a Rating says: its label, and the numbers where they make
// sense. Both ends are 5 and 1 where they are not given, as schema.org has it.
func rated(n node, whole any) (label string, value, best, worst int) {
	if n == nil {
		return plain(whole), 0, 0, 0
	}
	label = cmp.Or(plain(n["alternateName"]), plain(n["name"]))
	given, isNumber := integer(n["ratingValue"])
	best, ok := integerOr(n["bestRating"], 5)
	worst, okToo := integerOr(n["worstRating"], 1)
	if label == "" && !isNumber {
		label = plain(n["ratingValue"])
	}
	if !isNumber || !ok || !okToo || worst < 0 || best <= worst || given < worst || given > best {
		return label, 0, 0, 0
	}
	if label == "" {
		label = strconv.Itoa(given) + " of " + strconv.Itoa(best)
	}
	return label, given, best, worst
}

// integer reads a whole number out of a number or a text.
func integer(value any) (int, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(text(value)), 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > 1_000_000 {
		return 0, false
	}
	return int(f), true
}

// integerOr is integer, or otherwise where nothing is given.
func integerOr(value any, otherwise int) (int, bool) {
	if value == nil {
		return otherwise, true
	}
	return integer(value)
}

// takenBack are the words by which newsrooms say that a check no longer stands.
var takenBack = []string{"retracted", "retraction", "withdrawn", "withdrawal", "removed", "deleted"}

func retracted(word string) bool {
	return slices.Contains(takenBack, strings.ToLower(strings.Trim(strings.TrimSpace(word), ".!")))
}
