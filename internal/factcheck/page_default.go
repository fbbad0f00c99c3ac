package factcheck

// DefaultPage is the Markdown that readers find on a page while nobody has
// written it: what the program does is said on two of them, the others are not
// there. It is made from the settings.
func DefaultPage(slug string, s Settings) (string, bool) {
	switch slug {
	case AboutPage:
		return s.SiteName + " checks what is said in public, and shows what its verdicts rest on.\n\n" + s.About, true
	case MethodologyPage:
		return defaultMethodology(s), true
	}
	return "", false
}

func defaultMethodology(s Settings) string {
	return `## The claim

We write down what was said in the words in which it was said, who said it and where it was seen. Opinions and predictions are not checked.

## The evidence

Every verdict rests on quotes. Each one is found word for word in a stored copy of its source by machine, and is checked again whenever the check is published. With each quote stands whether it supports the claim, refutes it or gives context, and a link to the place in the source.

## The verdict

A verdict is one of [our ratings](/ratings), with its reason in a sentence or two and the day on which it was given. The judgement is ours and not the machine’s.

## The second pair of eyes

` + eyesInWords(s.FourEyes) + `

## Afterwards

What has been published stays. When we correct or update a check, the page says what changed and why, and each earlier version can still be read.
`
}

func eyesInWords(four bool) string {
	if four {
		return "Nothing is published that only one person has signed: somebody else reads the claim, the evidence and the verdict, and approves exactly that."
	}
	return "We are a small newsroom: a check may be signed by one person alone. Where that is so, its page says it."
}
