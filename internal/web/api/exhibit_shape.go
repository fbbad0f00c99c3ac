package api

import (
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// exhibit is what cannot be quoted, as it is answered. It is never checked by
// machine, and counts once it is confirmed.
type exhibit struct {
	ID          int64               `json:"id"`
	Letter      string              `json:"letter" doc:"On its claim, from A: the name of its marks."`
	Kind        string              `json:"kind" enum:"photograph,screenshot,recording,table,calculation,correspondence,other"`
	Stance      string              `json:"stance" enum:"supports,refutes,context"`
	Description string              `json:"description"`
	Origin      string              `json:"origin"`
	VouchedBy   string              `json:"vouched_by"`
	Moment      string              `json:"moment" doc:"The place in a recording, or empty."`
	File        exhibitedFile       `json:"file"`
	Confirmed   bool                `json:"confirmed"`
	ConfirmedBy string              `json:"confirmed_by,omitempty"`
	ConfirmedAt optional[time.Time] `json:"confirmed_at"`
	CreatedBy   string              `json:"created_by"`

	ClaimID      int64 `json:"claim_id,omitempty" doc:"When it was just added or confirmed."`
	ClaimVersion int64 `json:"claim_version,omitempty" doc:"When it was just added or confirmed: the version that its claim now has."`
}

// exhibitedFile is the file of an exhibit as it came.
type exhibitedFile struct {
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	SHA256    string `json:"sha256" doc:"Of its bytes, in hex."`
	Size      int    `json:"size" doc:"In bytes."`
}

func exhibitOf(e factcheck.Exhibit) exhibit {
	out := exhibit{ID: e.ID, Letter: e.Letter(), Kind: string(e.Kind), Stance: string(e.Stance), Description: e.Description,
		Origin: e.Origin, VouchedBy: e.VouchedBy, Moment: e.Moment, Confirmed: e.Confirmed(), ConfirmedBy: e.Confirmer, CreatedBy: e.Creator,
		File: exhibitedFile{Name: e.File.Name, MediaType: e.File.MediaType, SHA256: e.File.SHA256, Size: e.File.Size}}
	if e.Confirmed() {
		out.ConfirmedAt = some(e.ConfirmedAt.UTC())
	}
	return out
}

// exhibitedOf is an exhibit after an act on it.
func exhibitedOf(x newsroom.Exhibited) exhibit {
	out := exhibitOf(x.Exhibit)
	out.ClaimID, out.ClaimVersion = x.Claim.ID, x.Claim.Version
	return out
}

// publicExhibit is an exhibit as readers get it.
type publicExhibit struct {
	ID          int64  `json:"id"`
	Letter      string `json:"letter"`
	URL         string `json:"url" doc:"Of the file: of a picture the copy that readers are shown."`
	MediaType   string `json:"media_type"`
	SHA256      string `json:"sha256" doc:"Of what is at the url, in hex."`
	Original    string `json:"original_sha256" doc:"Of the file as it came, in hex; of a picture another one, since it is shown as a copy."`
	Kind        string `json:"kind"`
	Stance      string `json:"stance"`
	Description string `json:"description"`
	Origin      string `json:"origin"`
	VouchedBy   string `json:"vouched_by"`
	Moment      string `json:"moment"`
	Seconded    bool   `json:"confirmed" doc:"By a second person; false in a newsroom of one."`
	Checked     bool   `json:"machine_checked" doc:"Always false: what an exhibit shows cannot be checked by machine."`
}

func (a *api) publicExhibit(e factcheck.PublicExhibit) publicExhibit {
	mediaType, hash := e.File.Served()
	return publicExhibit{ID: e.ID, Letter: e.Letter(), URL: a.room.URL("/exhibits/" + strconv.FormatInt(e.ID, 10) + "/file"),
		MediaType: mediaType, SHA256: hash, Original: e.File.SHA256, Kind: string(e.Kind), Stance: string(e.Stance),
		Description: e.Description, Origin: e.Origin, VouchedBy: e.VouchedBy, Moment: e.Moment, Seconded: !e.Alone}
}
