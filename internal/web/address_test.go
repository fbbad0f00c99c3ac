package web

import (
	"net"
	"net/http/httptest"
	"testing"
)

func TestForwardedAddressesCountFromOurProxiesOnly(t *testing.T) {
	_, ten, err := net.ParseCIDR("10.0.0.0/8")
	if err != nil {
		t.Fatal(err)
	}
	_, six, err := net.ParseCIDR("fd00::/8")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name, remote, forwarded, want string
		proxies                       []*net.IPNet
	}{
		{"no proxies", "192.0.2.7:4000", "203.0.113.9", "192.0.2.7", nil},
		{"no proxies, loopback", "127.0.0.1:4000", "203.0.113.9", "127.0.0.1", nil},
		{"not a proxy of ours", "192.0.2.7:4000", "203.0.113.9", "192.0.2.7", []*net.IPNet{ten}},
		{"loopback is not trusted by itself", "127.0.0.1:4000", "203.0.113.9", "127.0.0.1", []*net.IPNet{ten}},
		{"a private address is not trusted by itself", "192.168.1.1:4000", "203.0.113.9", "192.168.1.1", []*net.IPNet{ten}},
		{"our proxy", "10.1.2.3:4000", "203.0.113.9", "203.0.113.9", []*net.IPNet{ten}},
		{"our proxy, a forged first entry", "10.1.2.3:4000", "198.51.100.1, 203.0.113.9", "203.0.113.9", []*net.IPNet{ten}},
		{"two proxies of ours", "10.1.2.3:4000", "203.0.113.9, 10.9.9.9", "203.0.113.9", []*net.IPNet{ten}},
		{"our proxy, nonsense", "10.1.2.3:4000", "somebody", "10.1.2.3", []*net.IPNet{ten}},
		{"our proxy says nothing", "10.1.2.3:4000", "", "10.1.2.3", []*net.IPNet{ten}},
		{"our proxy over IPv6", "[fd00::1]:4000", "2001:db8::5", "2001:db8::5", []*net.IPNet{ten, six}},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = row.remote
		if row.forwarded != "" {
			r.Header.Set("X-Forwarded-For", row.forwarded)
		}
		r.Header.Set("X-Real-Ip", "198.51.100.99")
		if got := addressBehind(row.proxies)(r); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}
