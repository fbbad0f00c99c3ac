package match

// thesaurus holds, for each language, groups of words that newsrooms use for
// one another: a group on a line, the weight in tenths first (9: another name
// for the same thing; 4: loosely). Words that belong together by their letters
// need no line.
var thesaurus = map[string]string{"en": englishGroups + everydayGroups, "ru": russianGroups, "hy": armenianGroups, "fr": frenchGroups, "de": germanGroups, "es": spanishGroups}
