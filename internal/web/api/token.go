package api

import (
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
)

// bearer names the one way to say who calls.
const bearer = "token"

// needed is the Security of a call that needs a token.
var needed = []map[string][]string{{bearer: {}}}

// identify finds the user of the request's token. What such a call answers is
// for that user alone.
func (a *api) identify(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	scheme, key, _ := strings.Cut(c.Request().Header.Get(echo.HeaderAuthorization), " ")
	key = strings.TrimSpace(key)
	if !strings.EqualFold(scheme, "Bearer") || key == "" || factcheck.InvalidAt(key) >= 0 {
		return &factcheck.Error{Kind: factcheck.Unidentified, Message: "Send a token: Authorization: Bearer TOKEN. Tokens are made under Account at the desk."}
	}
	user, err := a.room.UserByToken(c.Request().Context(), key)
	if err != nil {
		return err
	}
	request.SetUser(c, factcheck.Session{User: user})
	return nil
}

// operation describes a call that needs a token.
func operation(method, path, id, summary string) huma.Operation {
	op := huma.Operation{Method: method, Path: path, OperationID: id, Summary: summary, Security: needed, DefaultStatus: http.StatusOK}
	op.Tags = []string{strings.Split(strings.TrimPrefix(path, "/"), "/")[0]}
	return op
}
