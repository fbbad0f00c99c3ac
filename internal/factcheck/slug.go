package factcheck

import (
	"strconv"
	"strings"

	"github.com/gosimple/slug"
	"golang.org/x/text/unicode/norm"
)

// The longest slug, in bytes; a suffix may make it a little longer.
const maxSlug = 80

// Slug makes an address out of a title: lower-case ASCII letters, digits and
// single hyphens, at most 80 bytes, "" when nothing is left. Armenian is
// written in Latin letters by the rules of ISO 9985 without its diacritics.
func Slug(title string) string {
	title = strings.NewReplacer("ու", "u", "Ու", "u", "ՈՒ", "u", "և", "ev").Replace(norm.NFC.String(title))
	s := slug.Make(strings.Map(dropApostrophe, slug.SubstituteRune(title, armenian)))
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' }), "-") // the library lets _ through
	if len(s) > maxSlug {
		s = s[:maxSlug]
		if i := strings.LastIndexByte(s, '-'); i > maxSlug/2 {
			s = s[:i]
		}
	}
	return strings.Trim(s, "-")
}

func dropApostrophe(r rune) rune {
	if r == '\'' || r == '’' || r == 'ʼ' {
		return -1
	}
	return r
}

// NextSlug is base with a number behind it: base-2, base-3 and so on.
func NextSlug(base string, n int) string {
	return base + "-" + strconv.Itoa(n)
}

// armenian maps both cases of each letter; the library leaves them out.
var armenian = letters("աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf")

func letters(pairs string) map[rune]string {
	m := map[rune]string{}
	for pair := range strings.FieldsSeq(pairs) {
		r := []rune(pair)
		m[r[0]] = string(r[1:])
		m[[]rune(strings.ToUpper(string(r[0])))[0]] = string(r[1:])
	}
	return m
}
