package fetch

import (
	"net/netip"
	"testing"
)

func TestOnlyPublicAddressesAreAdmitted(t *testing.T) {
	f := newFence(nil)
	for _, to := range []string{
		"93.184.215.14:80", "93.184.215.14:443", "1.1.1.1:443", "172.15.255.255:80", "172.32.0.0:80", "100.63.255.255:80",
		"100.128.0.0:80", "192.0.1.0:80", "198.17.255.255:80", "198.20.0.0:80", "223.255.255.255:80", "[2606:2800:21f::1]:443",
		"[2a00:1450::1]:80", "[::ffff:93.184.215.14]:80", "[2001:4860:4860::8888]:443",
	} {
		if !f.admits(netip.MustParseAddrPort(to)) {
			t.Errorf("%s is refused", to)
		}
	}
	for _, addr := range []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254",
		"168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1",
		"192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
		"[::]", "[::1]", "[::127.0.0.1]", "[::93.184.215.14]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::ffff:0:127.0.0.1]",
		"[64:ff9b::127.0.0.1]", "[64:ff9b::93.184.215.14]", "[64:ff9b:1::1]", "[100::1]", "[2001::1]", "[2001:0:4136:e378::1]", "[2001:2::1]", "[2001:10::1]",
		"[2001:db8::1]", "[2002:7f00:1::1]", "[2002:5db8:d70e::1]", "[3fff::1]", "[5f00::1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]",
		"[fe80::1%eth0]", "[fec0::1]", "[ff02::1]", "[2001:db8::1%eth0]",
	} {
		for _, port := range []string{":80", ":443"} {
			if f.admits(netip.MustParseAddrPort(addr + port)) {
				t.Errorf("%s%s is admitted", addr, port)
			}
		}
	}
}

func TestOtherPortsAreForWhatIsAllowed(t *testing.T) {
	f := newFence([]netip.Prefix{netip.MustParsePrefix("10.1.2.3/16"), netip.MustParsePrefix("fd00::/8")})
	for to, want := range map[string]bool{
		"10.1.200.1:22": true, "10.1.0.1:80": true, "[fd12::1]:8080": true, "[fd12::1%eth0]:8080": true, "[::ffff:10.1.2.3]:8080": true,
		"10.2.0.1:80": false, "[fc00::1]:80": false, "[64:ff9b::10.1.2.3]:80": false, "[2002:a01:203::]:80": false,
		"93.184.215.14:80": true, "93.184.215.14:22": false, "93.184.215.14:8080": false, "93.184.215.14:25": false, "[2606:2800:21f::1]:8443": false,
	} {
		if got := f.admits(netip.MustParseAddrPort(to)); got != want {
			t.Errorf("%s: %v", to, got)
		}
	}
	if f.admits(netip.AddrPort{}) {
		t.Error("no address at all is admitted")
	}
}

func FuzzNoSpecialAddressIsAdmitted(f *testing.F) {
	for _, seed := range []string{"127.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "93.184.215.14", "2606:2800:21f::1", "64:ff9b::7f00:1"} {
		addr := netip.MustParseAddr(seed)
		f.Add(addr.AsSlice(), addr.Zone(), uint16(80))
	}
	fence := newFence(nil)
	f.Fuzz(func(t *testing.T, raw []byte, zone string, port uint16) {
		addr, ok := netip.AddrFromSlice(raw)
		if !ok {
			return
		}
		to := netip.AddrPortFrom(addr.WithZone(zone), port)
		if !fence.admits(to) {
			return
		}
		if port != 80 && port != 443 {
			t.Errorf("port of %s", to)
		}
		plain := addr.Unmap()
		if !plain.IsGlobalUnicast() || plain.IsPrivate() || plain.IsLoopback() || plain.IsLinkLocalUnicast() || plain.IsMulticast() {
			t.Errorf("%s is admitted", to)
		}
	})
}
