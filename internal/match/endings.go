package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// endings are the suffixes of a language that has no stemmer here, the longest
// first, without accents.
type endings struct {
	suffixes []string
	prefixes []string // articles that are written onto the noun
	least    int      // letters that must stay
	rounds   int      // suffixes that are taken off, one after another
}

// endingsOf are the endings of a language, or none.
func endingsOf(tag string) endings {
	suffixes := strings.Fields(bare(suffixLists[tag]))
	slices.SortStableFunc(suffixes, func(a, b string) int { return len(b) - len(a) })
	e := endings{suffixes: suffixes, least: 4, rounds: 1}
	switch tag {
	case "hy", "ka", "tr", "az":
		e.least, e.rounds = 3, 3
	case "ar", "fa":
		e.least, e.prefixes = 3, strings.Fields(arabicArticles)
	case "de", "nl", "uk", "be", "pl", "bg":
		e.rounds = 2
	}
	return e
}

// strip takes the article and the endings off a word.
func (e endings) strip(word string) string {
	for _, p := range e.prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) >= e.least {
			word = rest
			break
		}
	}
	for range e.rounds {
		rest := e.stripOne(word)
		if rest == word {
			break
		}
		word = rest
	}
	return word
}

// stripOne takes the longest ending off that leaves enough of the word.
func (e endings) stripOne(word string) string {
	for _, suffix := range e.suffixes {
		rest, ok := strings.CutSuffix(word, suffix)
		if ok && utf8.RuneCountInString(rest) >= e.least {
			return rest
		}
	}
	return word
}

// arabicArticles are written onto the noun, alone or after a short preposition.
const arabicArticles = "وال بال كال فال لل ال"

// suffixLists are the common endings of cases, plurals, articles and verbs.
var suffixLists = map[string]string{
	"hy": "ություններ ությունների ություններից ություններով ություններում ություններին ությունները ություն ությունը ության ությանը ությամբ ությունից ությունում ությունով " +
		"ներ ները ների ներին ներից ներով ներում ներն եր երը երի երին երից երով երում երն ի ին ից ով ում ը ն ան անը անից անով անում ու ուն ուց վա ոջ եան յան " +
		"ել ելու ելուց ելով ալ ալու ալով եց եցին եցի եցան ած ածը ող ողը ողներ վել վելու վեց վեցին վում վող վող ացել ացնել ացրել ական ականը ային",
	"ka": "ები ების ებს ებით ებმა ებზე ებში ებთან ებიდან ებისთვის ი ის ს ით მა მ ზე ში თან დან იდან ისთვის ად ო ა ე ური ული",
	"de": "ungen ung en ern er es em e n s isch ische ischen ischer ischem isches lich liche lichen licher liches keit heit st t te ten test",
	"nl": "en s e er ers ing ingen heid heden lijk lijke isch ische je jes te ten de den t",
	"it": "zione zioni mente amento amenti are ere ire ato ata ati ate ito ita iti ite uto uta uti ute ando endo ano ono ava avano o a e i",
	"pt": "ção ções mente amento ar er ir ado ada ados adas ido ida idos idas ando endo indo ou aram eram iram am em os as es s o a e",
	"pl": "ami ach owie owi ego emu iej ych ymi imi ych ich ów om em am ym im ie ia iu y i a e u o ą ę ać ić eć ał ała ało ali ił iła iły ów ski ska skie skiego skiej",
	"uk": "ами ями ах ях ові еві єві ого ому ий ій ої ою ею єю ів їв ам ям ом ем єм им іх их ими а я о е є и і ї у ю ь ти ть ся ла ло ли в ння нню ням ський ська ське ського ській",
	"bg": "ите ията ият ата ята ото ето ът ят та то те а я о е и у ски ска ско ските",
	"tr": "ları leri ların lerin larının lerinin lar ler larda lerde lardan lerden nın nin nun nün ın in un ün da de ta te dan den tan ten ya ye yı yi yu yü ı i u ü a e dı di du dü tı ti mış miş ecek acak yor iyor ıyor mak mek ması mesi",
	"az": "ları ləri ların lərin larının lərinin lar lər larda lərdə lardan lərdən nın nin nun nün ın in un ün da də dan dən ya yə yı yi yu yü ı i u ü a ə dı di du dü mış miş ıb ib ub üb acaq əcək ır ir maq mək ması məsi",
	"el": "ους ων ος ου ον οι ης ας ες α η ο ε ι ει ουν εται ονται ησε ησαν",
	"ar": "ات ان ون ين يه ها هم نا ه ي ا",
	"fa": "های هایی ها ان ات ترین تر ی",
	"fi": "ssa ssä sta stä lla llä lta ltä lle ksi na nä ja jä ien iden t n a ä",
	"ro": "ului ilor elor urile ul le a lui ii i e ă ea ate at",
}
