package city.tsukumo.zeimu;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** 外部連携の TLS。グループを固定しているため、JDK を更新してもハイブリッドにならない。 */
public class LinkTransport {

    public SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(null, null, new SecureRandom());
        return context;
    }

    public SSLParameters parameters(SSLContext context) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        return parameters;
    }
}
