package fetch

import (
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestASecurePageNeedsAValidCertificate(t *testing.T) {
	for _, second := range []bool{false, true} {
		server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.ProtoMajor) }))
		server.EnableHTTP2 = second
		server.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of what is wanted here
		server.StartTLS()
		t.Cleanup(server.Close)
		refused(t, open(Options{}), server.URL, "No secure connection to the server could be made")
		c := open(Options{})
		c.transport.TLSClientConfig.RootCAs = x509.NewCertPool()
		c.transport.TLSClientConfig.RootCAs.AddCert(server.Certificate())
		page, err := c.Get(t.Context(), server.URL)
		if err != nil || (string(page.Body) == "2") != second {
			t.Errorf("HTTP/2 %v: %v, %v", second, page, err)
		}
		_, port, _ := strings.Cut(server.Listener.Addr().String(), ":")
		c.resolver = names(t, map[string][]string{"other.test.": {"127.0.0.1"}})
		refused(t, c, "https://other.test.:"+port+"/", "No secure connection to the server could be made")
	}
}

func TestAServerWithoutHTTPSIsSaidSo(t *testing.T) {
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	refused(t, open(Options{}), strings.Replace(plain.URL, "http:", "https:", 1), "No secure connection to the server could be made")
}
