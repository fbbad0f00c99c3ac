package factcheck

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ScaleChanges say in words what is different between two scales, one sentence
// a change; none when nothing is.
func ScaleChanges(before, after Scale) []string {
	var list []string
	for _, r := range after.Ratings {
		was, known := before.Rating(r.Slug)
		if !known {
			list = append(list, "Added “"+r.Label+"”"+numbered(r.Number)+".")
			continue
		}
		list = append(list, ratingChanges(was, r)...)
	}
	for _, r := range before.Ratings {
		if _, kept := after.Rating(r.Slug); !kept {
			list = append(list, "Retired “"+r.Label+"”: no new verdict can give it.")
		}
	}
	if moved(before, after) {
		list = append(list, "Changed the order.")
	}
	return list
}

func numbered(n int) string {
	if n == 0 {
		return ", without a number"
	}
	return ", number " + strconv.Itoa(n)
}

// ratingChanges are those of one rating.
func ratingChanges(was, is Rating) []string {
	var list []string
	name := "“" + is.Label + "”"
	if was.Label != is.Label {
		list = append(list, "Renamed “"+was.Label+"” to "+name+".")
	}
	if was.Number != is.Number {
		list = append(list, "Changed the number of "+name+" from "+numberWord(was.Number)+" to "+numberWord(is.Number)+".")
	}
	for _, c := range []struct {
		what    string
		changed bool
	}{
		{"what " + name + " means", was.Definition != is.Definition},
		{"the guidance for " + name, was.Guidance != is.Guidance},
		{"the colour of " + name, was.Tone != is.Tone},
		{"the shape of " + name, was.Shape != is.Shape},
	} {
		if c.changed {
			list = append(list, "Changed "+c.what+".")
		}
	}
	if langs := wordsChanged(was, is); len(langs) > 0 {
		list = append(list, "Changed the words for "+name+" in other languages: "+strings.Join(langs, ", ")+".")
	}
	return list
}

func numberWord(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

// wordsChanged are the languages in which a rating is worded anew.
func wordsChanged(was, is Rating) []string {
	all := map[string]bool{}
	for lang := range was.Words {
		all[lang] = true
	}
	for lang := range is.Words {
		all[lang] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(lang string) bool { return was.Words[lang] == is.Words[lang] })
}

// moved tells whether the ratings that stand on both scales stand in another
// order.
func moved(before, after Scale) bool {
	order := func(s, other Scale) (slugs []string) {
		for _, r := range s.Ratings {
			if _, both := other.Rating(r.Slug); both {
				slugs = append(slugs, r.Slug)
			}
		}
		return slugs
	}
	return !slices.Equal(order(before, after), order(after, before))
}

// Retired are the ratings that were on an earlier scale and are not on the
// first of these, newest first, each as it was last.
func Retired(scales []Scale) []Rating {
	var list []Rating
	if len(scales) == 0 {
		return nil
	}
	for _, s := range scales[1:] {
		for _, r := range s.Ratings {
			_, present := scales[0].Rating(r.Slug)
			if !present && !slices.ContainsFunc(list, func(known Rating) bool { return known.Slug == r.Slug }) {
				list = append(list, r)
			}
		}
	}
	return list
}
