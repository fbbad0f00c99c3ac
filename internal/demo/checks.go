package demo

// Topics of the example.
const (
	armenia   = "Armenia"
	alliances = "Security alliances"
	courts    = "Courts and treaties"
	energy    = "Energy"
	diplomacy = "Diplomacy"
)

// Outlets where claims were seen. Their addresses are reserved for examples.
const (
	channel = "A messaging channel"
	video   = "A video site"
	portal  = "A news portal"
)

// claims are all claims of the example. When what is done on each is for its
// moments to say.
func claims() []check {
	return []check{
		training(), recalled(), dependence(), switched(), warrant(), leaving(),
		represented(), firstTime(), secretDate(), unfriendly(), firstAid(),
	}
}
