package api

import (
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/newsroom"
)

// root is where the API begins.
const root = "/api/v1"

// api is what every call needs.
type api struct {
	room *newsroom.Room
	huma huma.API
}

// Register adds the API to a server.
func Register(e *echo.Echo, room *newsroom.Room) {
	e.Use(settled) // a group with middleware would answer 404 for 405
	group := e.Group(root)
	a := &api{room: room, huma: humaecho.NewWithGroup(e, group, settings(room))}
	a.huma.UseMiddleware(a.hold)
	a.sources()
	a.claims()
	a.evidence()
	a.exhibits()
	a.archived()
	a.rulings()
	a.acts()
	a.enquiries()
	a.asides()
	a.merging()
	a.matches()
	a.public(group)
	a.describe(group)
}

// settings are huma's: no pages of its own, no field that is made from the
// Host header.
func settings(room *newsroom.Room) huma.Config {
	config := huma.DefaultConfig("Claimdesk", "1")
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	config.CreateHooks = nil
	config.Transformers = []huma.Transformer{refused}
	config.Info.Description = "The newsroom's sources, claims, evidence, verdicts and articles, for its own people's programs; and what it has published, for everybody."
	config.Servers = []*huma.Server{{URL: room.URL(root)}}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		bearer: {Type: "http", Scheme: "bearer", Description: "A token acts as its user, with that user's role."},
	}
	return config
}

// describe serves the description of all calls that were added so far.
func (a *api) describe(group *echo.Group) {
	spec := a.huma.OpenAPI()
	for _, own := range []string{"ErrorModel", "ErrorDetail"} { // huma's, which no call answers
		delete(spec.Components.Schemas.Map(), own)
	}
	patch := spec.Paths["/claims/{id}"].Patch.RequestBody.Content
	patch["application/merge-patch+json"] = patch["application/json"]
	spec.Paths["/sources/file"].Post.RequestBody = fileBody(fileFields)
	spec.Paths["/sources/{id}/snapshots/file"].Post.RequestBody = fileBody(nil)
	spec.Paths["/claims/{id}/exhibits"].Post.RequestBody = exhibitBody()
	text := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	spec.Paths["/sources/{id}/text"].Get.Responses["200"].Content = map[string]*huma.MediaType{"text/plain": text}
	bytes := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	spec.Paths["/exhibits/{id}/file"].Get.Responses["200"].Content = map[string]*huma.MediaType{"*/*": bytes}
	body, err := json.Marshal(spec)
	if err != nil {
		panic("api: the description cannot be encoded: " + err.Error()) // strings, numbers and lists only
	}
	group.GET("/openapi.json", func(c echo.Context) error {
		shared(c)
		return c.Blob(http.StatusOK, "application/json", body)
	})
}
