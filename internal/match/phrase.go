package match

import "strings"

// phrase is two words or more that mean something together.
type phrase struct {
	key   string // the words' keys with blanks between
	words []string
	means string // the key of what it is another way to write, or key again
}

// phrasebook holds phrases by their first word.
type phrasebook map[string][]phrase

// mostPhrases is how many phrases that begin alike are kept, so that a hostile
// text does not make looking them up slow.
const mostPhrases = 200

// add takes in a phrase, given by its key, unless it is there.
func (b phrasebook) add(key, means string) {
	words := strings.Split(key, " ")
	if len(b[words[0]]) >= mostPhrases {
		return
	}
	for _, p := range b[words[0]] {
		if p.key == key && p.means == means {
			return
		}
	}
	b[words[0]] = append(b[words[0]], phrase{key, words, means})
}

// at lists the phrases that begin the given keys.
func (b phrasebook) at(keys []string) []phrase {
	if len(keys) == 0 {
		return nil
	}
	var found []phrase
	for _, p := range b[keys[0]] {
		if p.begins(keys) {
			found = append(found, p)
		}
	}
	return found
}

func (p phrase) begins(keys []string) bool {
	if len(keys) < len(p.words) {
		return false
	}
	for i, word := range p.words {
		if keys[i] != word {
			return false
		}
	}
	return true
}

// relation is a word that may stand for another, and how well: 1 is as good as
// the word itself.
type relation struct {
	key    string
	weight float64
}

// compile reads groups of words that may stand for one another, a group on a
// line: its weight in tenths, then its members. A member of several words is
// tied with underscores.
func (s *speech) compile(groups string) (map[string][]relation, phrasebook) {
	related, phrases := map[string][]relation{}, phrasebook{}
	for line := range strings.Lines(groups) {
		fields := strings.Fields(line)
		if len(fields) < 3 {
			continue
		}
		weight := float64(fields[0][0]-'0') / 10
		members := make([]string, len(fields)-1)
		for i, field := range fields[1:] {
			members[i] = s.phraseKey(field)
			if strings.Contains(members[i], " ") {
				phrases.add(members[i], members[i])
			}
		}
		relate(related, members, weight)
	}
	return related, phrases
}

// relate ties the members of a group to one another.
func relate(related map[string][]relation, members []string, weight float64) {
	for _, a := range members {
		for _, b := range members {
			if a != b {
				related[a] = append(related[a], relation{b, weight})
			}
		}
	}
}
