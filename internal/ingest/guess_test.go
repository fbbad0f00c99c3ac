package ingest

import (
	"strings"
	"testing"
)

func TestLanguageIsGuessedByLettersAndSmallWords(t *testing.T) {
	for text, want := range map[string]string{
		"The seat of the country is empty, and that is all that is known of it.":         "en",
		"Армения не выходит из организации, и это не то, что было заявлено.":             "ru",
		"Вірменія не виходить з організації, і це не те, що було заявлено, але її є.":    "uk",
		"Հայաստանը դուրս չի գալիս կազմակերպությունից։":                                   "hy",
		"სომხეთი არ ტოვებს ორგანიზაციას":                                                 "ka",
		"أرمينيا لا تنسحب من المنظمة في هذا العام، على أن هذا ما كان":                    "ar",
		"L’Arménie ne quitte pas l’organisation, et les faits sont dans le texte.":       "fr",
		"Das Land verlässt die Organisation nicht, und der Sitz ist auch nicht besetzt.": "de",
		"1 2 3":       "",
		"Yerevan":     "",
		"de la de la": "",
	} {
		if got := languageOf(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestOnlyALineThatIsADateIsOne(t *testing.T) {
	for line, want := range map[string]string{
		"14 September 2023": "2023-09-14", "September 14, 2023": "2023-09-14", "Sept. 14, 2023": "2023-09-14",
		"Thursday, 14 September 2023": "2023-09-14", "14th September 2023": "2023-09-14", "2023-09-14": "2023-09-14",
		"14.09.2023": "2023-09-14", "14 сентября 2023 г.": "2023-09-14", "14 սեպտեմբերի 2023 թ.": "2023-09-14",
		"14 septembre 2023": "2023-09-14", "September 14, 2023, 10:30 AM": "2023-09-14",
		"09/10/2023": "", "31 February 2023": "", "September 2023": "", "On 14 September 2023 it was said": "", "": "",
	} {
		if got := dateOf(line); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestOnlyClearLinesTellOfADocument(t *testing.T) {
	for first, want := range map[string]string{
		"The harbour stays open":           "The harbour stays open",
		"Does the harbour close?":          "Does the harbour close?",
		"The harbour stays open.":          "",
		"https://example.org/a":            "",
		"12.3":                             "",
		strings.Repeat("The harbour ", 20): "",
	} {
		doc, err := Text([]byte(first+"\n\nBy then it was late.\n\nBy Anna Weber, who was there\n\nMore."), "")
		if err != nil {
			t.Fatal(err)
		}
		if doc.Guess.Title != want || doc.Guess.Authors != nil || doc.Guess.PublishedOn != "" || doc.Guess.Publisher != "" {
			t.Errorf("%q: got %+v", first, doc.Guess)
		}
	}
}
