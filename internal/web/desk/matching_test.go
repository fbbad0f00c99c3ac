package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

func TestWhatSaysTheSameIsShownWhileAClaimIsTyped(t *testing.T) {
	v := furnished(t).as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The northern bridge was closed for repairs").leads("/desk/claims/1")
	v.get("/desk/matches?text=northern+bridge+closed").shows(200, "#1, new", "northern bridge was closed", `name="repeat_of" value="1"`).hides("<html")
	v.get("/desk/matches?text=").shows(200, "appears here")
	v.get("/desk/matches?text=kohlrabi").shows(200, "Nothing recorded or imported has its words.")
	v.get("/desk/claims/new?text=bridge+closed").shows(200, "Already checked?", "#1, new")
	v.post("/desk/claims/new", "text", "They closed the northern bridge", "claimant.name", "Somebody", "look", "1").
		shows(200, "#1, new", "They closed the northern bridge", `value="Somebody"`)
	v.get("/desk/claims/2").shows(404)
}

func TestWhatIsTypedIsAddedToAClaimThatIsThere(t *testing.T) {
	v := furnished(t).as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The bridge was closed").leads("/desk/claims/1")
	v.post("/desk/claims/new", "text", "They closed it", "appearances.0.url", "nonsense", "repeat_of", "1").
		shows(422, "This is not a web address.", "They closed it", `value="nonsense"`)
	v.post("/desk/claims/new", "text", "They closed it", "appearances.0.outlet", "Evening Wire", "appearances.0.seen_on", "2023-09-12", "repeat_of", "1").
		leads("/desk/claims/1#again")
	v.get("/desk/claims/1").shows(200, "Seen again", "Evening Wire", "They closed it", "/desk/claims/1/repeats/1/remove")
	v.post("/desk/claims/1/repeats/1/remove").leads("/desk/claims/1#claim")
	v.get("/desk/claims/1").hides("Evening Wire")
	v.post("/desk/claims/1/repeats/1/remove").shows(404)
	v.post("/desk/claims/new", "text", "They closed it", "repeat_of", "9").shows(404)
}

func TestAClaimIsMergedAndTheMergeUndone(t *testing.T) {
	v := furnished(t).as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The northern bridge was closed").leads("/desk/claims/1")
	v.post("/desk/claims/new", "text", "They have closed the northern bridge").leads("/desk/claims/2")
	v.get("/desk/claims/2").shows(200, "Already checked?", "Add as appearance of #1", `name="into" value="1"`)
	v.post("/desk/claims/2/merge", "into", "seven").shows(422, "The claim was not merged", `value="seven"`)
	v.post("/desk/claims/2/merge", "into", "2").shows(422, "merged into itself")
	v.post("/desk/claims/2/merge", "into", "#1").leads("/desk/claims/1?merged=2")
	v.get("/desk/claims/1?merged=2").shows(200, "#2 is an appearance of this claim now.", `action="/desk/claims/2/unmerge"`, "Seen again")
	v.get("/desk/claims/2").shows(200, "It is an appearance of", `href="/desk/claims/1"`)
	v.post("/desk/claims/2/unmerge").leads("/desk/claims/2")
	v.get("/desk/claims/1?merged=2").hides("is an appearance of this claim now", "Seen again")
	v.post("/desk/claims/2/unmerge").shows(409, "cannot be taken out")
}
