import { pointsProgram } from "./points-program.js";

/**
 * What both helpers begin with. They are Perl because what they do has to happen in one process, between two programs: once a process
 * has entered a sandbox with the rights that this takes, nothing of the sandbox may be loaded into it before those rights are gone.
 * Everything they need comes in variables, of which the program that follows sees none.
 *
 * A failure is told as a line `fail STEP ERRNO DETAIL` in the file at descriptor FX_STATUS.
 */
export const prelude = `
$0 = 'forgexec sandbox';
my %nr = split / /, $ENV{FX_NR};
my %given = %ENV;
sub plain { my $text = shift; $text =~ s/%(..)/chr hex $1/ge; $text }
sub coded { my $text = shift; $text =~ s/([^\\w.\\/-])/sprintf '%%%02x', ord $1/ge; $text }
my $status;
if (defined $given{FX_STATUS}) { open $status, '>&=', $given{FX_STATUS}; fcntl $status, 2, 1; }
sub fail {
  my ($step, $detail) = @_;
  my $errno = $! + 0;
  syswrite $status, "fail $step $errno " . coded($detail // '') . "\\n";
  exit 125;
}
sub call { my $name = shift; syscall $nr{$name}, @_ }
sub prctl { call('prctl', $_[0] + 0, ($_[1] // 0) + 0, ($_[2] // 0) + 0, 0, 0) }
# Out of reach for ptrace(2) and for a look into /proc, for all that have no rights over this machine.
prctl(4, 0);
sub join_groups {
  for my $path (map { plain($_) } split / /, $given{FX_CGROUPS} // '') {
    my $file;
    next if open($file, '>', $path) && defined syswrite($file, $$);
    # A group of version 2 that lies elsewhere in the tree is joined by root only.
    next if $given{FX_SUDO} && system('sudo', '-n', 'sh', '-c', 'echo "$1" > "$2"', 'sh', $$, $path) == 0;
    fail('cgroup', $path);
  }
}
`;

/** What a holder does when the sandbox is gone: control groups and mount points that were made for it are removed. */
export const tidying = `${pointsProgram}
# Whether there is nothing more to be done for a control group: it is gone, or cannot go. One that root made is root's to remove.
sub remove_group {
  my $path = shift;
  return 1 if rmdir $path;
  return $! != 16 unless $! == 13 && $given{FX_SUDO};
  return system('sudo', '-n', 'sh', '-c', 'rmdir "$1" 2> /dev/null', 'sh', $path) == 0;
}
sub tidy {
  for my $path (map { plain($_) } split / /, $given{FX_GROUPS} // '') {
    for (1 .. 200) { last if remove_group($path); select undef, undef, undef, 0.01; }
  }
  remove_points();
}
# Keeps what is open until the input ends, or what it is held by does.
sub hold {
  my ($first, $kid) = @_;
  close STDOUT;
  $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
  # Its end interrupts the wait for the end of input.
  $SIG{CHLD} = sub { close STDIN };
  # It may have come already.
  close STDIN if waitpid($kid, 1) == $kid;
  1 while defined(my $got = sysread STDIN, my $some, 16) && $got;
  kill 9, $first;
  # It is over when all others in there are; they may be many, or held up by the kernel.
  for (1 .. 1000) { last if is_over($first); select undef, undef, undef, 0.002 }
  kill 9, $kid;
  waitpid $kid, 0;
  tidy();
}
sub is_over {
  open(my $stat, '<', "/proc/$_[0]/stat") or return 1;
  my ($state) = (readline($stat) // '') =~ /.*\\) (.)/;
  return !defined $state || $state =~ /[ZX]/;
}
# Of the one that the sandbox is in: 0 in the new process.
sub start_keeper {
  my $kid = fork;
  return $kid if defined $kid;
  my $errno = $! + 0;
  refused("fail fork $errno ");
}
# Who hears this looks at the control group's counters first, and then closes the input.
sub refused {
  $SIG{PIPE} = 'IGNORE';
  syswrite STDOUT, 'failed ' . coded($_[0]) . "\\n";
  close STDOUT;
  1 while sysread STDIN, my $some, 16;
  tidy();
  exit 125;
}
`;
