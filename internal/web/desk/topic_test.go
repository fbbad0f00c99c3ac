package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

// about records a claim with topics, by somebody.
func (d *newsdesk) about(text, claimant string, topics ...string) factcheck.Claim {
	d.t.Helper()
	c, err := d.room.RecordClaim(d.t.Context(), d.actor(factcheck.Reporter), factcheck.ClaimDraft{Text: text, Topics: topics,
		Claimant: factcheck.ClaimantDraft{Name: claimant}})
	must(d.t, err)
	return c
}

func TestTopicsAreRenamedAndMergedByEditors(t *testing.T) {
	d := openNewsdesk(t)
	d.reporter.get("/desk/topics").shows(200, "No topics yet")
	d.about("One", "", "Armenia", "Bridges")
	d.about("Two", "", "Armnia")
	d.reporter.get("/desk/topics").shows(200, "3 topics", "Armnia", `href="/desk/claimants"`)
	d.reporter.get("/desk/topics/1").shows(200, "Armenia", "1 claim").hides("Save topic", "Look at the merge")
	d.reporter.post("/desk/topics/1", "version", "1", "name", "Hayastan").shows(403)
	d.reporter.get("/desk/topics/1/merge?into=3").shows(403)
	d.editor.post("/desk/topics/2", "version", "1", "name", "armenia", "description", "Typed").shows(422, "There is a topic of this name already", "Typed", `href="#name"`)
	d.editor.post("/desk/topics/2", "version", "1", "name", "Bridges and roads", "description", "Over water.").leads("/desk/topics/2")
	d.chief.post("/desk/topics/2", "version", "1", "name", "Roads").shows(409, "Somebody has changed the topic meanwhile", `value="Roads"`, `name="version" value="2"`)
	d.editor.get("/desk/topics/3/merge?into=").shows(422, "Choose the topic that stays.")
	d.editor.get("/desk/topics/3/merge?into=1").shows(200, "Merge a topic", "This cannot be undone", "1 claim, 0 published checks", `name="into_version" value="1"`)
	d.editor.post("/desk/topics/3/merge", "into", "1", "version", "1", "into_version", "1").leads("/desk/topics/1")
	d.editor.get("/desk/topics/1").shows(200, "“Armnia” is part of “Armenia” now.", "2 claims", "Merged into it")
	d.chief.post("/desk/topics/3/merge", "into", "2", "version", "2", "into_version", "2").shows(409, "merged into another one")
	d.reporter.get("/desk/claims?topic=armnia").shows(200, "“One”", "“Two”")
	d.reporter.get("/desk/log").shows(200, "merged the topic", "changed the topic", `href="/desk/topics/3"`)
	d.reporter.get("/desk/topics/99").shows(404)
}

func TestClaimantsAreChangedAndMergedByEditors(t *testing.T) {
	d := openNewsdesk(t)
	d.about("One", "A. Speaker")
	d.about("Two", "Anna Speaker")
	d.reporter.get("/desk/claimants").shows(200, "2 claimants", "A. Speaker", "Person")
	d.reporter.get("/desk/claimants?q=ANNA").shows(200, "1 claimant", "Anna Speaker").hides("A. Speaker")
	d.reporter.get("/desk/claimants?kind=organisation").shows(200, "Nobody here")
	d.reporter.get("/desk/claimants/1").shows(200, "A. Speaker").hides("Save claimant")
	d.reporter.post("/desk/claimants/1", "version", "1", "name", "B", "kind", "person").shows(403)
	d.editor.post("/desk/claimants/1", "version", "1", "name", "A. Speaker", "kind", "person", "same_as", "javascript:1").shows(422, "This is not a web address", "javascript:1")
	d.editor.post("/desk/claimants/1", "version", "1", "name", "A. Speaker", "kind", "private-person", "same_as", "https://a.example").shows(422, "not linked to anything")
	d.editor.post("/desk/claimants/1", "version", "1", "name", "A. Speaker", "kind", "person", "same_as", "https://a.example\nhttps://b.example").leads("/desk/claimants/1")
	d.chief.post("/desk/claimants/1", "version", "1", "name", "Typed", "kind", "person").shows(409, "meanwhile", `value="Typed"`)
	d.editor.get("/desk/claimants/1/merge?into=2").shows(200, "Merge a claimant", "1 claim, 0 published checks")
	d.editor.post("/desk/claimants/1/merge", "into", "2", "version", "2", "into_version", "1").leads("/desk/claimants/2")
	d.editor.get("/desk/claimants/2").shows(200, "“A. Speaker” is “Anna Speaker” now.", "2 claims")
	d.editor.post("/desk/claimants/2", "version", "1", "name", "Anna Speaker", "kind", "private-person").leads("/desk/claimants/2")
	d.editor.get("/desk/claimants/2").shows(200, "readers see “a social media user” now")
	d.reporter.get("/desk/log").shows(200, "merged the claimant", "changed the claimant")
	d.reporter.get("/desk/claimants/99").shows(404)
}
