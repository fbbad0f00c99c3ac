package api

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// optional is null in JSON as long as there is none.
type optional[T any] struct{ value *T }

func some[T any](value T) optional[T] { return optional[T]{&value} }

// MarshalJSON writes the value, or null.
func (o optional[T]) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(o.value)
	return bytes.TrimSpace(out.Bytes()), err
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (o *optional[T]) UnmarshalJSON(raw []byte) error { return json.Unmarshal(raw, &o.value) }

// Schema describes the value, or null.
func (o optional[T]) Schema(r huma.Registry) *huma.Schema {
	return &huma.Schema{AnyOf: []*huma.Schema{r.Schema(reflect.TypeFor[T](), true, ""), {Type: "null"}}}
}

// texts is a list that is never null.
func texts(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
