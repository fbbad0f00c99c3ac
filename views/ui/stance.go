package ui

import "claimdesk/internal/factcheck"

// stances are the words for what a quote does to a claim.
var stances = map[string]string{
	"supports": "Supports",
	"refutes":  "Refutes",
	"context":  "Context",
	"claim":    "Claim",
}

// StanceLabel is the word for a stance, or the name itself where it is unknown.
func StanceLabel(stance string) string {
	if label, ok := stances[stance]; ok {
		return label
	}
	return stance
}

// StatusLabel is the word for a status, or the name itself where it is unknown.
func StatusLabel(status string) string {
	if label := factcheck.Status(status).Label(); label != "" {
		return label
	}
	return status
}

// RatingOf is a rating of the scale as it is shown, without a link.
func RatingOf(r factcheck.Rating) RatingView {
	return RatingView{Label: r.Label, Tone: r.Tone, Shape: r.Shape}
}
